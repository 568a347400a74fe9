import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promelaOfAll, PROPERTIES, type Setup } from '../../src/model/index.ts';
import { exec } from '../support/exec.ts';
import { BenchFailure } from '../support/failure.ts';
import { scratch } from '../support/paths.ts';

/** What Spin said of every set-up. */
export interface SpinFigures {
  readonly version: string;
  /** By set-up, the properties that Spin saw broken. */
  readonly broken: readonly (readonly string[])[];
  readonly states: number;
  readonly transitions: number;
  /** Making the verifier in C, compiling it, and running it. */
  readonly makeMs: number;
  readonly runMs: number;
}

/** Judges the set-ups with Spin; null where spin or gcc is not installed. */
export async function askSpin(setups: readonly Setup[]): Promise<SpinFigures | null> {
  const cwd = join(scratch, 'spin');
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'page.pml'), promelaOfAll(setups));
  const version = await versionOf(cwd);
  if (version === null) return null;
  const made = await exec({ argv: ['spin', '-a', 'page.pml'], cwd });
  const argv = ['gcc', '-O2', '-w', '-DSAFETY', '-DNOFAIR', '-o', 'pan', 'pan.c'] as const;
  const compiled = await exec({ argv, cwd });
  const { stdout, ms } = await exec({ argv: [join(cwd, 'pan'), '-n', '-E', '-m100000'], cwd });
  const broken = setups.map(() => [] as string[]);
  for (const [, setup, property] of stdout.matchAll(/^broken (\d+) (\d+)$/gm))
    broken[Number(setup)]?.push(PROPERTIES[Number(property)] ?? '');
  if (!/errors: 0$/m.test(stdout) || /truncated|max search depth too small/.test(stdout))
    throw new BenchFailure('Spin did not search everything; look at .cache/bench/spin');
  return {
    version,
    broken,
    states: numberIn(stdout, /(\d+) states, stored/),
    transitions: numberIn(stdout, /(\d+) transitions/),
    makeMs: made.ms + compiled.ms,
    runMs: ms,
  };
}

async function versionOf(cwd: string): Promise<string | null> {
  try {
    await exec({ argv: ['gcc', '--version'], cwd });
    const { stdout } = await exec({ argv: ['spin', '-V'], cwd });
    return /Spin Version \S+/.exec(stdout)?.[0] ?? 'Spin';
  } catch (error) {
    if (error instanceof BenchFailure) return null;
    throw error;
  }
}

function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? Number.NaN);
}
