// Mutation testing of the model; scripts/mutants.ts runs it, area by area.
const area = process.env['MUTANTS_AREA'];

export default {
  mutate: [`src/model/${area}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutants/prose.mjs'],
  ignorers: ['prose'],
  buildCommand: 'node tests/mutants/bundle.ts',
  vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false, pool: 'threads' },
  coverageAnalysis: 'perTest',
  disableTypeChecks: false,
  concurrency: 2,
  // Far above what a run needs, so that a busy machine does not count as a kill.
  timeoutMS: 30_000,
  tempDirName: '.cache/stryker',
  ignorePatterns: ['bench', 'lab', 'public', 'dist', 'tests/site', 'tests/book', 'tests/snippets'],
  reporters: ['json', 'dots'],
  jsonReporter: { fileName: `.cache/mutants/${area}.json` },
};
