import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { observationsOf } from '../../src/book/lists/observations.ts';
import { readSources } from '../../src/book/lists/sources.ts';
import { readClaims } from '../../src/book/page/claims.ts';
import { readPages } from '../../src/book/page/read-pages.ts';
import { grown, readIds, written, type Named } from '../../src/evidence/ids.ts';
import { moves, propertyIds } from '../../src/evidence/machine.ts';
import { outside } from '../../src/evidence/outside.ts';
import { rulesOf } from '../../src/evidence/rules.ts';
import { root } from '../../src/root.ts';

const FILE = join(root, 'content/data/evidence/ids.json');

/** Everything that has an address on the page of evidence today. */
export function currentIds(): Named[] {
  const content = join(root, 'content');
  const known = readSources(content).ids;
  const claims = readPages(content).pages.flatMap((page) =>
    readClaims(page, known).claims.map(({ id }): Named => ({ of: 'claim', at: page.route, id })),
  );
  const rules = rulesOf(outside(), observationsOf(content)());
  return [
    ...rules.map(({ id, in: at }): Named => ({ of: 'rule', at, id })),
    ...moves().map(({ id }): Named => ({ of: 'move', at: '', id })),
    ...propertyIds().map((id): Named => ({ of: 'property', at: '', id })),
    ...claims,
  ];
}

/** The ids that are recorded, grown by those of today, as their file. */
export function ids(): string {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : null;
  return written(grown(readIds(before), currentIds()));
}
