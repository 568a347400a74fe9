// npm run lists: writes docs/licences.md, docs/attacks.md and content/data/evidence/ids.json. A test fails
// where one is not current.
import { readFileSync, writeFileSync } from 'node:fs';
import { attacks } from './lists/attacks.ts';
import { ids } from './lists/ids.ts';
import { licences } from './lists/licences.ts';
import type { Packages } from './lists/lock.ts';

const root = new URL('../', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
  packages: Packages;
};
writeFileSync(new URL('docs/licences.md', root), licences(packages));
writeFileSync(new URL('docs/attacks.md', root), attacks());
writeFileSync(new URL('content/data/evidence/ids.json', root), ids());
