import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { observationsOf } from '../../src/book/lists/observations.ts';
import { judgedProperties, moves } from '../../src/evidence/machine.ts';
import { outside } from '../../src/evidence/outside.ts';
import { kindsOf, rulesOf } from '../../src/evidence/rules.ts';
import { prepareMemoryRegion, PROPERTIES } from '../../src/model/index.ts';
import { askedOfBoth } from '../../src/observations/witness/asked.ts';
import { root } from '../../src/root.ts';
import { FILES } from '../vectors/files.ts';

const files = outside();
const rules = rulesOf(files, observationsOf(join(root, 'content'))());

describe('rules with their witnesses', () => {
  it('are all checks that the model has words for', async () => {
    const phrases = globSync(join(root, 'src/model/explain/phrases/*.ts'));
    const checks = await Promise.all(
      phrases.map(async (file) => {
        const lists = Object.values((await import(file)) as Record<string, unknown>);
        return lists.flatMap((list) => (typeof list === 'object' ? Object.keys(list ?? {}) : []));
      }),
    );
    const known = new Set(rules.map(({ check }) => check));
    expect(checks.flat().length).toBeGreaterThan(150);
    expect(checks.flat().filter((check) => !known.has(check))).toEqual([]);
  });

  it('count the rows that go through them, and no other', () => {
    const none = rulesOf([], []);
    expect(none.every(({ standing }) => standing !== 'confirmed')).toBe(true);
    const one = files.find(({ name }) => name === 'kvm.memslot.v7.3');
    const first = prepareMemoryRegion('v7.3', { vmas: [], fwb: true, dic: true }).because[0];
    const rule = rules.find(({ check }) => check === first?.check);
    // The hook asks it first, so every row of the file goes through it.
    expect(one?.rows).toBe(FILES['kvm.memslot.v7.3.json']);
    expect(one?.steps.find(({ step }) => step.check === first?.check)?.rows).toBe(one?.rows);
    expect(rule?.source).toBeGreaterThanOrEqual(one?.rows ?? Infinity);
  });

  it('hold every row of every file', () => {
    expect(Object.fromEntries(files.map(({ name, rows }) => [`${name}.json`, rows]))).toEqual(
      FILES,
    );
  });

  it('say what stands on one witness first, and name a source each', () => {
    const kinds = rules.map((rule) => kindsOf(rule).length);
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    expect(rules.filter(({ read }) => read.length === 0)).toEqual([]);
  });

  it('are confirmed by rows or kernels alone', () => {
    for (const { standing, pseudocode, source, kernels, check } of rules) {
      const given = pseudocode + source + kernels > 0;
      expect([check, standing === 'confirmed']).toEqual([check, given]);
    }
  });
});

describe('the machine', () => {
  it('has its properties judged, proved and asked of herd7', () => {
    const asked = askedOfBoth();
    const judged = judgedProperties(asked, null);
    expect(judged.map(({ property }) => property)).toEqual(PROPERTIES);
    expect(judged.reduce((sum, { herd }) => sum + herd, 0)).toBe(asked.length);
    for (const { landed, proved, questions, holds, breaks } of judged) {
      expect(proved).toBe(landed);
      expect(holds + breaks).toBe(questions);
      expect(breaks).toBeGreaterThan(0);
    }
  });

  it('names a source for every move', () => {
    expect(moves().filter(({ read }) => read.length === 0)).toEqual([]);
  });
});
