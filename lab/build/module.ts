import { chmodSync, cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import type { Component } from '../packages/component.ts';
import { lastLines, run } from '../process/spawn.ts';
import type { Toolchain } from './compiler.ts';

/** Name of the module's file. */
export const MODULE = 'stage2_lab.ko';

/**
 * Builds the module in `folder` against extracted headers, and returns its path.
 *
 * - The headers' own Makefile names /usr/src absolutely; the shared one is called instead.
 * - gcc 12 lacks an option that the newest configuration names.
 * - There is no pahole to write BTF.
 * - modpost of the newest headers needs a newer C library than Debian 12 has: it runs by trixie's.
 *   Debian's `modpost` only picks one of four by the format of the object; arm64's is named here.
 */
export async function buildModule(
  tools: Toolchain,
  kernel: Component,
  libc: Component,
  sources: string,
  folder: string,
): Promise<string> {
  cpSync(sources, folder, { recursive: true });
  const src = join(kernel.path, 'usr/src');
  const tree = join(src, `linux-headers-${kernel.release}-arm64`);
  const args = [
    ['-s', '-j2', '-f', join(src, `linux-headers-${kernel.release}-common`, 'Makefile')],
    [`KBUILD_OUTPUT=${tree}`, `M=${folder}`, 'ARCH=arm64', 'CC=aarch64-linux-gnu-gcc-12'],
    [
      'CROSS_COMPILE=aarch64-linux-gnu-',
      'CONFIG_CC_HAS_MIN_FUNCTION_ALIGNMENT=',
      'CONFIG_DEBUG_INFO_BTF_MODULES=',
    ],
    [`MODPOST=${writeModpost(kernel, libc, folder)}`, 'modules'],
  ].flat();
  const { code, err, out } = await run(tools.make, args, { cwd: folder, env: tools.env });
  if (code === 0) return join(folder, MODULE);
  throw new LabFailure(
    'build',
    `a module that does not compile against Linux ${kernel.release}`,
    `${MODULE}`,
    'look at the lines below',
    lastLines(`${out}${err}`, 30),
  );
}

/** A script that runs the kernel's modpost by trixie's loader and C library. */
function writeModpost(kernel: Component, libc: Component, folder: string): string {
  const lib = join(kernel.path, 'usr/lib');
  const kbuild = readdirSync(lib).find((name) => name.startsWith('linux-kbuild-')) ?? '';
  const modpost = join(lib, kbuild, 'scripts/mod/modpost.real-lsb-64');
  const libraries = join(libc.path, 'usr/lib/x86_64-linux-gnu');
  const loader = join(libraries, 'ld-linux-x86-64.so.2');
  const script = join(folder, 'modpost');
  writeFileSync(
    script,
    `#!/bin/sh\nunset LD_LIBRARY_PATH\nexec ${loader} --library-path ${libraries} ${modpost} "$@"\n`,
  );
  chmodSync(script, 0o755);
  return script;
}
