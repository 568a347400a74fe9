import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { TEST_RUNS, withRuns, type TestRun } from '../../src/quality/runs.ts';
import { root } from '../../src/root.ts';
import type { FoundEngine } from '../browsers/find-engines.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Name and version of the browser beside Chromium in which a test ran, as it says them. */
    engine?: string;
  }
}

type Counts = Record<'passed' | 'failed' | 'skipped', number>;

/** With `RECORD=1` writes what each file of a run came to, by browser, into the record that `/quality/` reads. */
export default class RunRecord implements Reporter {
  readonly #chromium: string | null;
  readonly #engines: readonly FoundEngine[];
  readonly #root: string;

  constructor(chromium: string | null, engines: readonly FoundEngine[], folder: string = root) {
    this.#chromium = chromium;
    this.#engines = engines;
    this.#root = folder;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const date = new Date().toISOString().slice(0, 10);
    const now = modules.flatMap((module): TestRun[] => {
      const file = relative(this.#root, module.moduleId).split(sep).join('/');
      // What a test made for itself, and ran.
      if (/\/\./.test(file)) return [];
      const counts = new Map<string | null, Counts>();
      for (const test of module.children.allTests()) {
        const engine = this.#engineOf(module, test);
        if (engine === undefined) continue;
        const count = counts.get(engine) ?? { passed: 0, failed: 0, skipped: 0 };
        const { state } = test.result();
        if (state !== 'pending') count[state] += 1;
        counts.set(engine, count);
      }
      // What was left out, by a name that was asked for, was not run.
      return [...counts]
        .filter(([, { passed, failed }]) => passed + failed > 0)
        .map(([engine, count]) => ({ file, engine, date, ...count }));
    });
    const at = join(this.#root, TEST_RUNS);
    mkdirSync(dirname(at), { recursive: true });
    const there = readRuns(at).filter((run) => existsSync(join(this.#root, run.file)));
    writeFileSync(at, `${JSON.stringify(withRuns(there, now), null, 2)}\n`);
  }

  /** Undefined where the browser is not there. */
  #engineOf(module: TestModule, test: TestCase): string | null | undefined {
    if (this.#engines.some(({ name }) => test.fullName.startsWith(`${name} > `)))
      return test.meta().engine;
    return module.project.name === 'browser' ? (this.#version ??= this.#chromiumsVersion()) : null;
  }

  #version: string | undefined;

  #chromiumsVersion(): string | undefined {
    if (this.#chromium === null) return undefined;
    const said = execFileSync(this.#chromium, ['--version'], { encoding: 'utf8', timeout: 60_000 });
    return `Chromium ${/\d[\d.]*/.exec(said)?.[0] ?? 'of no version'}`;
  }
}

function readRuns(file: string): TestRun[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestRun[];
  } catch {
    return [];
  }
}
