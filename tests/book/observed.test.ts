import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Kept } from '../../src/book/kept.ts';
import { readObservations } from '../../src/book/lists/observations.ts';
import {
  keptObserved,
  OBSERVED_INPUTS,
  observationsDir,
  type Answers,
} from '../../src/book/observed/kept-observed.ts';
import { stamp } from '../../src/book/stamp.ts';
import { caseIds } from '../../src/observations/runs.ts';
import { seenIn } from '../../src/observations/seen.ts';
import { root } from '../../src/root.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'observed-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('answers about observations', () => {
  const recorded = join(root, 'content/data/observations');
  const name = readdirSync(recorded).find((one) => one.endsWith('.json')) ?? '';
  const content = () => join(folder, 'content');
  const copy = () => join(content(), 'data/observations', name);
  const ask = <What extends keyof Answers>(what: What) => keptObserved(what, content(), folder);
  /** Puts another answer in the place of each that is kept. */
  function replace(what: keyof Answers, by: unknown): void {
    const kept = new Kept<unknown>(what, stamp(OBSERVED_INPUTS), folder);
    kept.set(stamp([observationsDir(content())]), by);
    kept.save();
  }
  beforeEach(() => cpSync(join(recorded, name), copy()));

  test('are those of the files as they are', { timeout: 120_000 }, async () => {
    const { runs, problems } = readObservations(content());
    expect(await ask('observed')).toEqual({ cases: caseIds(runs), problems });
    expect(await ask('seen')).toEqual(seenIn(runs));
    expect(Object.keys(await ask('seen')).length).toBeGreaterThan(100);
  });

  test('are kept, and are not those of another file', { timeout: 120_000 }, async () => {
    await ask('observed');
    replace('observed', { cases: ['kept'], problems: [] });
    expect((await ask('observed')).cases).toEqual(['kept']);
    const text = readFileSync(copy(), 'utf8');
    writeFileSync(copy(), text.replace('"protocol": ', '"protocol":  '));
    expect((await ask('observed')).cases.length).toBeGreaterThan(10);
    writeFileSync(copy(), text.slice(0, -100));
    const { cases, problems } = await ask('observed');
    expect(cases).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['observation-syntax']);
  });

  test('are none where a book has no observations', async () => {
    rmSync(content(), { recursive: true });
    expect(await ask('observed')).toEqual({ cases: [], problems: [] });
    expect(await ask('seen')).toEqual({});
    expect(readdirSync(folder)).toEqual([]);
  });
});
