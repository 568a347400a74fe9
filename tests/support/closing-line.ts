import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Prints `N passed, N failed` as the last line of a run: the line that .ci/run ends with. Where there
 * is no browser, or an engine of `tests/browsers` is missing, a line above says how to get it. A test that
 * passed only when it was tried again is named above too: it races, and wants mending.
 */
export default class ClosingLine implements Reporter {
  readonly #noBrowser: string | null;

  readonly #noEngine: readonly string[];

  constructor(noBrowser: string | null, noEngine: readonly string[]) {
    this.#noBrowser = noBrowser;
    this.#noEngine = noEngine;
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
        if (state === 'passed') passed += 1;
        if (test.diagnostic()?.flaky) again.push(`Passed only when tried again: ${named(test)}`);
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
      ...(inEngines ? this.#noEngine : []),
    ];
    const line = `${passed} passed, ${failed} failed${tail}\n`;
    // After the default reporter's summary, which is printed in the same tick.
    setImmediate(() => process.stdout.write(['', ...lacks, line].join('\n')));
  }
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

const named = (test: TestCase): string => `${test.module.relativeModuleId} > ${test.fullName}`;
