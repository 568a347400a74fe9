import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './support/imports.ts';

const OURS = new Set(
  `.dictionary.txt .gitignore .npmrc .oxlintrc.json .prettierignore .prettierrc.json CHANGELOG.md
  CONTRIBUTING.md LICENSE README.md SECURITY.md astro.config.mjs cspell.json knip.json package-lock.json
  package.json stryker.config.mjs tsconfig.json vitest.config.ts`.split(/\s+/),
);

/** A test that runs a program in the folder of the project may leave a file there, and `git add -A` takes it. */
test('no file stands at the top that nobody put there', () => {
  const files = readdirSync(root, { withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)
    .filter((name) => !/\.log$|^stage-two\.zip$|^\.git$/.test(name));
  expect(files.filter((name) => !OURS.has(name))).toEqual([]);
});
