import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { libraryPath } from '../build/compiler.ts';
import type { Component } from '../packages/component.ts';
import type { Way } from '../plan/cpus.ts';
import { CARD } from '../plan/driver.ts';

/** A program with its arguments and what its environment needs. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What a boot is made of. */
export interface Machine {
  readonly qemu: Component;
  readonly kernel: Component;
  readonly initramfs: string;
  readonly cpu: string;
  readonly way: Way;
  /** With a card, and PID 1 told to ask about the memory of its driver. */
  readonly driver: boolean;
}

/** The file that QEMU boots; packages with the kernel alone keep it beside its modules. */
export function kernelFile({ path, release }: Component): string {
  const name = `${release}-arm64`;
  const boot = join(path, 'boot', `vmlinuz-${name}`);
  return existsSync(boot) ? boot : join(path, 'usr/lib/modules', name, 'vmlinuz');
}

/**
 * QEMU with EL2, a GICv3, one CPU, no network and no disk. `mem=768M` leaves the physical
 * addresses from 0x70000000 outside of the kernel's map: that is the hole.
 */
export function qemuCommand({ qemu, kernel, initramfs, cpu, way, driver }: Machine): Command {
  const mode = way === 'usual' ? [] : [`kvm-arm.mode=${way}`];
  const append = [
    'mem=768M',
    'console=ttyAMA0',
    'panic=-1',
    'quiet',
    ...mode,
    ...(driver ? ['--', 'driver'] : []),
  ].join(' ');
  return {
    program: join(qemu.path, 'usr/bin/qemu-system-aarch64'),
    args: [
      ['-M', 'virt,virtualization=on,gic-version=3', '-cpu', cpu, '-smp', '1', '-m', '1G'],
      ['-nographic', '-nic', 'none', '-no-reboot', '-L', join(qemu.path, 'usr/share/qemu')],
      driver ? ['-device', CARD] : [],
      ['-kernel', kernelFile(kernel), '-initrd', initramfs, '-append', append],
    ].flat(),
    env: { LD_LIBRARY_PATH: libraryPath(qemu.path) },
  };
}
