import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cpio } from '../../lab/build/cpio.ts';
import { hashOf } from '../../lab/build/hash.ts';

const folder = mkdtempSync(join(tmpdir(), 'stage-two-build-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads an archive back as the kernel does: heads of 110 characters, each part on four bytes. */
function unpack(archive: Buffer): { name: string; mode: number; data: string; device: number[] }[] {
  const entries = [];
  for (let at = 0; at < archive.length;) {
    const word = (i: number) =>
      Number.parseInt(archive.toString('latin1', at + 6 + 8 * i, at + 14 + 8 * i), 16);
    expect(archive.toString('latin1', at, at + 6)).toBe('070701');
    const [mode, size, names] = [word(1), word(6), word(11)];
    const device = [word(9), word(10)];
    const start = (at + 110 + names + 3) & ~3;
    const name = archive.toString('latin1', at + 110, at + 110 + names - 1);
    entries.push({ name, mode, data: archive.toString('latin1', start, start + size), device });
    at = (start + size + 3) & ~3;
  }
  return entries;
}

describe('an initramfs', () => {
  it('reads back as the kernel reads it', () => {
    const archive = cpio([
      { name: 'dev', mode: 0o40755 },
      { name: 'dev/console', mode: 0o20600, device: [5, 1] },
      { name: 'init', mode: 0o100755, data: Buffer.from('12345') },
    ]);
    expect(unpack(archive)).toEqual([
      { name: 'dev', mode: 0o40755, data: '', device: [0, 0] },
      { name: 'dev/console', mode: 0o20600, data: '', device: [5, 1] },
      { name: 'init', mode: 0o100755, data: '12345', device: [0, 0] },
      { name: 'TRAILER!!!', mode: 0, data: '', device: [0, 0] },
    ]);
  });
});

describe('the hash of a build', () => {
  const source = join(folder, 'source');
  mkdirSync(join(source, 'kvm'), { recursive: true });
  writeFileSync(join(source, 'kvm/vm.c'), 'int vm;');
  const before = hashOf(['7.3.4'], [source]);

  it('is the same for the same sources elsewhere', () => {
    const copy = join(folder, 'copy');
    mkdirSync(join(copy, 'kvm'), { recursive: true });
    writeFileSync(join(copy, 'kvm/vm.c'), 'int vm;');
    expect(hashOf(['7.3.4'], [copy])).toBe(before);
  });

  it('changes with the kernel, the name of a file and its text', () => {
    expect(hashOf(['7.3.5'], [source])).not.toBe(before);
    writeFileSync(join(source, 'kvm/vm.c'), 'int vn;');
    expect(hashOf(['7.3.4'], [source])).not.toBe(before);
  });
});
