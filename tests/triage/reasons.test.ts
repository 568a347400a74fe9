import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { CHAPTERS } from '../../src/triage/chapters.ts';
import { WORDS } from '../../src/triage/reasons/all-words.ts';
import { REASON_IDS } from '../../src/triage/reasons/reason.ts';
import { leavesOf, ROWS } from '../../src/triage/table.ts';

const sources = JSON.parse(readFileSync(join(root, 'content/data/sources.json'), 'utf8')) as {
  id: string;
}[];
const known = new Set(sources.map(({ id }) => id));

describe('the reasons', () => {
  it('are one for each id', () => {
    expect(Object.keys(WORDS).toSorted()).toEqual([...REASON_IDS].toSorted());
  });

  it('cite sources that the site has', () => {
    const cited = Object.entries(WORDS).flatMap(([id, { source }]) =>
      source.map((one) => [id, one] as const),
    );
    expect(cited.length).toBeGreaterThan(60);
    expect(cited.filter(([, one]) => !known.has(one))).toEqual([]);
  });

  it('lead to chapters, each of which some reason needs', () => {
    const used = new Set<string>(Object.values(WORDS).map(({ chapter }) => chapter));
    expect([...used].toSorted()).toEqual(Object.keys(CHAPTERS).toSorted());
  });

  it('are all left by some error, answer, log or number', () => {
    const left = new Set(ROWS.flatMap(({ leaves }) => leaves));
    expect(REASON_IDS.filter((id) => !left.has(id))).toEqual([]);
  });

  it('leave nothing of an end that is in no row', () => {
    expect(leavesOf('run', 'EBADF')).toEqual([]);
    expect(leavesOf('nothing', null)).toEqual([]);
  });
});
