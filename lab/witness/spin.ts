// cspell:words DSAFETY DNOFAIR DBFS
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promelaOfAll, PROPERTIES } from '../../src/model/index.ts';
import {
  sumOf,
  type Counterexample,
  type Judged,
  type SpinRecord,
} from '../../src/observations/witness/spin.ts';
import { LabFailure } from '../cli/failure.ts';
import { lastLines, run } from '../process/spawn.ts';

/** Spin and a C compiler, as installed: the verifier that Spin writes is compiled. */
export class Spin {
  readonly #work: string;
  readonly version: string;

  private constructor(work: string, version: string) {
    this.#work = work;
    this.version = version;
  }

  /** Throws where one of the two is not installed. `work` is a folder that may be emptied. */
  static async installed(work: string): Promise<Spin> {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    const says = await answerOf('spin', ['-V']);
    await answerOf('gcc', ['--version']);
    const version = /Spin Version (\S+)/.exec(says)?.[1];
    if (version !== undefined) return new Spin(work, version);
    throw noAnswer('spin -V', says, 'Spin Version and a number');
  }

  /** Judges all set-ups in one search. */
  async judge(
    judged: readonly Judged[],
  ): Promise<Pick<SpinRecord, 'setups' | 'states' | 'transitions'>> {
    const broken = judged.map(() => new Set<string>());
    const out = await this.#search(
      promelaOfAll(judged.map(({ setup }) => setup)),
      [],
      ['-n', '-E', '-m100000'],
    );
    for (const [, setup, property] of out.matchAll(/^broken (\d+) (\d+)$/gm))
      broken[Number(setup)]?.add(PROPERTIES[Number(property)] ?? '');
    if (!/errors: 0$/m.test(out) || /truncated|max search depth too small/.test(out))
      throw noAnswer('all set-ups', out, 'a whole search');
    return {
      setups: judged.map(({ row, setup }, i) => ({
        row,
        sum: sumOf(setup),
        broken: PROPERTIES.filter((property) => broken[i]?.has(property)),
      })),
      states: numberIn(out, /(\d+) states, stored/),
      transitions: numberIn(out, /(\d+) transitions/),
    };
  }

  /** How many steps the shortest way to the assertion of a program has; null where there is none. */
  async stepsTo({ text, row, property }: Counterexample): Promise<number | null> {
    const out = await this.#search(text, ['-DBFS'], ['-E']);
    const errors = /errors: (\d+)$/m.exec(out)?.[1];
    if (errors === '0') return null;
    const depth = /depth reached (\d+), errors: 1$/m.exec(out)?.[1];
    if (depth !== undefined && /assertion violated/.test(out)) return Number(depth);
    throw noAnswer(`${row}, ${property}`, out, 'an assertion violated, or errors: 0');
  }

  async #search(
    program: string,
    defines: readonly string[],
    options: readonly string[],
  ): Promise<string> {
    const cwd = this.#work;
    writeFileSync(join(cwd, 'page.pml'), program);
    await answerOf('spin', ['-a', 'page.pml'], cwd);
    await answerOf(
      'gcc',
      ['-O1', '-w', '-DSAFETY', '-DNOFAIR', ...defines, '-o', 'pan', 'pan.c'],
      cwd,
    );
    return answerOf(join(cwd, 'pan'), options, cwd);
  }
}

async function answerOf(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const { out, err, code } = await run(command, args, cwd === undefined ? {} : { cwd }).catch(
    (error: unknown) => {
      if (!(error instanceof LabFailure) || error.code !== 'no-tool') throw error;
      throw new LabFailure(
        'no-tool',
        `no ${error.received}`,
        'spin and gcc, installed',
        'install the packages spin and gcc, or ask herd7 alone: npm run witness -- --herd',
      );
    },
  );
  if (code !== 0) throw noAnswer(command, `${out}\n${err}`, 'an end without error');
  return out;
}

const noAnswer = (what: string, out: string, expected: string): LabFailure =>
  new LabFailure(
    'prover',
    `no answer from Spin to ${what}`,
    expected,
    'look at the lines below: it may be of another version',
    lastLines(out, 6),
  );

const numberIn = (text: string, pattern: RegExp): number =>
  Number(pattern.exec(text)?.[1] ?? Number.NaN);
