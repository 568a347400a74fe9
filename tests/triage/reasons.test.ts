import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { REASONS } from '../../src/triage/reasons/data.ts';
import { REASON_IDS } from '../../src/triage/reasons/reason.ts';
import { leavesOf } from '../../src/triage/table.ts';

const sources = JSON.parse(readFileSync(join(root, 'content/data/sources.json'), 'utf8')) as {
  id: string;
}[];
const { chapters, leaves: rows, order, words } = REASONS;
const known = new Set(sources.map(({ id }) => id));

describe('the reasons', () => {
  it('are one for each id', () => {
    expect(Object.keys(words).toSorted()).toEqual([...REASON_IDS].toSorted());
  });

  it('cite sources that the site has', () => {
    const cited = Object.entries(words).flatMap(([id, { source }]) =>
      source.map((one) => [id, one] as const),
    );
    expect(cited.length).toBeGreaterThan(60);
    expect(cited.filter(([, one]) => !known.has(one))).toEqual([]);
  });

  it('lead to chapters, each of which some reason needs', () => {
    const used = new Set<string>(Object.values(words).map(({ chapter }) => chapter));
    expect([...used].toSorted()).toEqual(Object.keys(chapters).toSorted());
  });

  it('are all left by some error, answer, log or number', () => {
    const left = new Set(rows.flatMap(({ leaves }) => leaves));
    expect([...left].toSorted()).toEqual([...REASON_IDS].toSorted());
  });

  it('are asked for by the kernel in an order that has only such as one call leaves', () => {
    const left = new Set(rows.flatMap(({ of, leaves }) => (of === 'memslot' ? leaves : [])));
    expect(order.filter((id) => !left.has(id))).toEqual([]);
    expect(new Set(order).size).toBe(order.length);
  });

  it('of an error without its call begin with those of the call that is mostly meant', () => {
    for (const [end, of] of [
      ['EFAULT', 'run'],
      ['EINVAL', 'memslot'],
    ] as const) {
      const meant = leavesOf(rows, of, end);
      expect(meant.length).toBeGreaterThan(3);
      expect(leavesOf(rows, 'errno', end).slice(0, meant.length)).toEqual(meant);
    }
  });

  it('leave nothing of an end that is in no row', () => {
    expect(leavesOf(rows, 'run', 'EBADF')).toEqual([]);
    expect(leavesOf(rows, 'nothing', null)).toEqual([]);
  });
});
