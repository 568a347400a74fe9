import { join } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import { lastLines, run } from '../process/spawn.ts';
import type { Toolchain } from './compiler.ts';
import { filesBelow } from './hash.ts';

const FLAGS = ['-O2', '-g0', '-static', '-std=gnu11', '-Wall', '-Wextra', '-Werror'];

/** Builds a static program for arm64 from the sources below one folder and what they share. */
export async function buildProgram(
  tools: Toolchain,
  guest: string,
  name: 'init' | 'probe',
  target: string,
): Promise<void> {
  const sources = [join(guest, name), join(guest, 'kvm')]
    .flatMap(filesBelow)
    .filter((file) => /\.[cS]$/.test(file));
  const include = ['-I', join(guest, 'kvm'), '-I', guest];
  const args = [...FLAGS, `--sysroot=${tools.sysroot}`, ...include, ...sources, '-o', target];
  const { code, err } = await run(tools.gcc, args, { env: tools.env });
  if (code === 0) return;
  throw new LabFailure(
    'build',
    `${name} that does not compile`,
    'sources that gcc 12 takes without a warning',
    'look at the lines below',
    lastLines(err, 30),
  );
}
