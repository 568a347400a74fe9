import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { FoundEngine } from '../browsers/find-engines.ts';

/**
 * Prints `N passed, N failed` as the last line of a run: the line that .ci/run ends with. Where there
 * is no browser, or an engine of `tests/browsers` is missing, a line above says how to get it; another says in
 * which engines tests ran, and how many. A test that
 * passed only when it was tried again is named above too: it races, and wants mending.
 */
export default class ClosingLine implements Reporter {
  readonly #noBrowser: string | null;

  readonly #engines: readonly FoundEngine[];

  constructor(noBrowser: string | null, engines: readonly FoundEngine[]) {
    this.#noBrowser = noBrowser;
    this.#engines = engines;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    let skipped = 0;
    const again: string[] = [];
    for (const module of modules) {
      // A file that fails before its tests are known has errors of its own and no failed test.
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (test.diagnostic()?.flaky) again.push(`Passed only when tried again: ${named(test)}`);
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped += 1;
      }
    }
    const files = modules.filter(({ project }) => project.name === 'browser').length;
    const without = this.#noBrowser === null || files === 0 ? null : this.#noBrowser;
    const inFiles = without === null ? '' : ` (${count(files, 'browser file')})`;
    const tail = skipped > 0 ? `, ${skipped} skipped${inFiles}` : '';
    const inEngines = modules.some(({ moduleId }) => /[\\/]tests[\\/]browsers[\\/]/.test(moduleId));
    const lacks = [
      ...again,
      ...(without === null ? [] : [without]),
      ...(inEngines ? this.#engines.flatMap((one) => ('missing' in one ? one.missing : [])) : []),
      ...this.#ranIn(modules),
    ];
    const line = `${passed} passed, ${failed} failed${tail}\n`;
    // After the default reporter's summary, which is printed in the same tick.
    setImmediate(() => process.stdout.write(['', ...lacks, line].join('\n')));
  }

  /** One line, where some test ran in a browser. */
  #ranIn(modules: readonly TestModule[]): string[] {
    const ran = new Map<string, number>();
    for (const module of modules)
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        const own = engineIn(test, this.#engines);
        if (own === null && module.project.name !== 'browser') continue;
        const name = own ?? 'Chromium';
        if (state === 'passed' || state === 'failed') ran.set(name, (ran.get(name) ?? 0) + 1);
      }
    const told = [...ran].map(([name, tests]) => `${name} (${count(tests, 'test')})`);
    return told.length === 0 ? [] : [`Browsers: ${told.join(', ')}`];
  }
}

/** A test of `tests/browsers` has the name of its engine before its own. */
const engineIn = (test: TestCase, engines: readonly FoundEngine[]): string | null =>
  engines.find(({ name }) => test.fullName.startsWith(`${name} > `))?.name ?? null;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

const named = (test: TestCase): string => `${test.module.relativeModuleId} > ${test.fullName}`;
