import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from '../packages/component.ts';

/** Names of programs and variables with which extracted tools run. */
export interface Toolchain {
  readonly gcc: string;
  readonly make: string;
  /** A folder without a system: the compiler would else look into the machine's /usr/include. */
  readonly sysroot: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The compiler for arm64 as it was extracted. It finds its own parts from where it lies. */
export function toolchain({ path }: Component): Toolchain {
  const bin = join(path, 'usr/bin');
  const sysroot = join(path, 'none');
  mkdirSync(sysroot, { recursive: true });
  return {
    gcc: join(bin, 'aarch64-linux-gnu-gcc-12'),
    make: join(bin, 'make'),
    sysroot,
    env: {
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      LD_LIBRARY_PATH: libraryPath(path),
      // What a shell exports for another make may not reach this one.
      MAKEFLAGS: '',
    },
  };
}

/** Where the libraries of an extracted component lie. */
export function libraryPath(path: string): string {
  return ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu']
    .map((folder) => join(path, folder))
    .join(':');
}
