import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../../src/book/places.ts';
import { stamp } from '../../src/book/stamp.ts';
import { root } from '../../src/root.ts';

/** What a build of the site reads beside the content, from the root of the project. */
export const SITE_INPUTS = [
  'src',
  'public',
  'scripts/build',
  // The feed of changes is made from it.
  'CHANGELOG.md',
  // The rows that are given away have it beside them.
  'LICENSE',
  // The page of quality counts them.
  'bench/RESULTS.md',
  'docs',
  'tests/vectors/data',
  // The page of evidence says which tests have a rule.
  'tests/model',
  'tests/triage',
  'tests/site/search-cases.json',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
] as const;

/** What is there in some copies: the packages as they were installed, and variables in files. */
function inputsThere(): string[] {
  const files = readdirSync(root).filter((name) => name === '.env' || name.startsWith('.env.'));
  const installed = join('node_modules', '.package-lock.json');
  return existsSync(join(root, installed)) ? [...files, installed] : files;
}

/** Variables that the site, Astro, Vite, Pagefind or Node read, and that may change what comes out. */
const READ =
  /^(?:STAGE_TWO_|ASTRO_|VITE_|PUBLIC_|PAGEFIND_|LC_)|^(?:NODE_ENV|NODE_OPTIONS|TZ|LANG|LANGUAGE)$/;

/** Those among them that say only where something is kept, and whether somebody is told of the build. */
const APART: ReadonlySet<string> = new Set(['STAGE_TWO_KEPT', 'ASTRO_TELEMETRY_DISABLED']);

/** Whether a build depends on a variable of the environment. */
export const isRead = (name: string): boolean => READ.test(name) && !APART.has(name);

/** siteStamp is a number of all that a built site depends on: files, packages, system and environment. */
export function siteStamp(env: NodeJS.ProcessEnv = process.env): string {
  const variables = Object.entries(env)
    .filter(([name]) => isRead(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return stamp(
    [...SITE_INPUTS, contentDir(env), ...inputsThere()],
    `${process.platform} ${process.arch}`,
    JSON.stringify(variables),
  );
}
