import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { boot } from '../../lab/boot/boot.ts';
import { qemuCommand } from '../../lab/boot/command.ts';
import { inParallel } from '../../lab/boot/parallel.ts';
import { facts, log } from './support/logs.ts';

const folder = mkdtempSync(join(tmpdir(), 'stage-two-boot-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = fileURLToPath(new URL('./fixtures/whole.txt', import.meta.url));
const file = join(folder, 'boot.log');
const sh = (script: string) => ({ program: 'sh', args: ['-c', script], env: {} });

describe('QEMU', () => {
  const machine = { ...facts, initramfs: '/lab/i.gz', driver: false };
  const words = (way: 'usual' | 'protected') => qemuCommand({ ...machine, way }).args.join(' ');

  it('has EL2, a hole above 768 MiB, no network, and the CPU model', () => {
    expect(words('usual')).toContain('-M virt,virtualization=on,gic-version=3 -cpu neoverse-v1');
    expect(words('usual')).toContain('-nographic -nic none -no-reboot');
    expect(words('usual')).toMatch(/-append mem=768M console=ttyAMA0 panic=-1 quiet$/);
    expect(words('protected')).toMatch(/ kvm-arm.mode=protected$/);
  });

  it('has a card, and tells PID 1 of it, where a driver is asked about', () => {
    const { args } = qemuCommand({ ...machine, way: 'usual', driver: true });
    expect(args.join(' ')).toContain('-device ati-vga,model=rv100,romfile= -kernel');
    expect(args.at(-1)).toMatch(/ quiet -- driver$/);
  });

  it('boots the kernel that lies beside its modules where there is no boot folder', () => {
    expect(words('usual')).toContain(
      'linux-7.3/usr/lib/modules/7.3.4+deb13-arm64/vmlinuz -initrd /lab/i.gz',
    );
  });
});

// A boot is any program that prints a log: no QEMU is needed to see how each end is taken.
describe('a boot', () => {
  it('gives what the machine printed, and writes it down', async () => {
    const booted = await boot({ program: 'cat', args: [fixture], env: {} }, file);
    expect(booted.log).toBe(log('whole'));
    expect(readFileSync(file, 'utf8')).toBe(log('whole'));
  });

  it('fails where QEMU does, with its words', async () => {
    await expect(boot(sh('echo no such machine >&2; exit 1'), file)).rejects.toMatchObject({
      code: 'no-qemu',
      received: 'QEMU ending with 1',
      shown: ['no such machine'],
    });
  });

  it('fails where there is no QEMU', async () => {
    const command = { program: '/nowhere/qemu-system-aarch64', args: [], env: {} };
    await expect(boot(command, file)).rejects.toMatchObject({ code: 'no-tool' });
  });

  it('fails where it takes too long, with the last lines', async () => {
    await expect(boot(sh('echo the last line; sleep 60'), file, 0.5)).rejects.toMatchObject({
      code: 'boot',
      received: 'no end after 0.5 s',
      shown: ['the last line'],
    });
  });
});

describe('inParallel', () => {
  it('keeps the order and the width', async () => {
    let now = 0;
    let most = 0;
    const results = await inParallel([30, 10, 20, 1], 2, async (ms) => {
      most = Math.max(most, ++now);
      await new Promise((done) => setTimeout(done, ms));
      now--;
      return ms;
    });
    expect(results).toEqual([30, 10, 20, 1]);
    expect(most).toBe(2);
  });
});
