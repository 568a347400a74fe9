import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFences, type RunFence } from '../../src/book/page/fences.ts';
import { Kept } from '../../src/book/kept.ts';
import { keptRuns, RUN_INPUTS } from '../../src/book/kept-runs.ts';
import { OBSERVED_INPUTS } from '../../src/book/observed/kept-observed.ts';
import { root } from '../../src/root.ts';
import { readPages } from '../../src/book/page/read-pages.ts';
import { startRuns } from '../../src/book/run.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kept-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (stamp: string) => new Kept<unknown>('test', stamp, folder);
const file = () => join(folder, readdirSync(folder)[0] ?? '');

function keep(stamp: string, answers: Record<string, unknown>): void {
  const kept = open(stamp);
  for (const [key, value] of Object.entries(answers)) kept.set(key, value);
  kept.save();
}

describe('what is kept', () => {
  test('is given back as it was, also what JSON would lose', () => {
    const value = { big: 1n, none: undefined, not: Number.NaN, list: [null, -0] };
    keep('a', { value });
    expect(open('a').get('value')).toEqual(value);
    expect(open('a').get('another')).toBeUndefined();
  });

  test('is not given where what it depends on has changed', () => {
    keep('a', { value: 1 });
    expect(open('b').get('value')).toBeUndefined();
    expect(open('a').get('value')).toBe(1);
  });

  test.each([
    ['cut short', (path: string) => truncateSync(path, readFileSync(path).length - 1)],
    ['empty', (path: string) => writeFileSync(path, '')],
    [
      'changed in one byte',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes[bytes.length - 3]! ^= 1;
        writeFileSync(path, bytes);
      },
    ],
    ['something else', (path: string) => writeFileSync(path, 'x'.repeat(500))],
  ])('is as good as none in a file that is %s, and is mended', (_name, harm) => {
    keep('a', { value: 1 });
    harm(file());
    expect(open('a').get('value')).toBeUndefined();
    keep('a', { value: 2 });
    expect(open('a').get('value')).toBe(2);
  });

  test('keeps what two processes found at the same time', () => {
    const [one, other] = [open('a'), open('a')];
    one.set('one', 1);
    other.set('other', 2);
    one.save();
    other.save();
    expect([open('a').get('one'), open('a').get('other')]).toEqual([1, 2]);
  });

  test('does not grow with each change of what it depends on', () => {
    for (const stamp of 'abcdefgh') keep(stamp, { value: stamp });
    expect(readdirSync(folder).length).toBeLessThanOrEqual(4);
    expect(open('h').get('value')).toBe('h');
  });

  test('is no failure where the folder cannot be written', () => {
    const kept = new Kept('test', 'a', '/dev/null/kept');
    kept.set('value', 1);
    expect(() => kept.save()).not.toThrow();
  });
});

const { pages } = readPages(join(import.meta.dirname, 'fixtures/ok/fences'));
const fences = pages
  .flatMap((page) => readFences(page).fences)
  .filter((fence): fence is RunFence => fence.mode === 'run');
/** The runs of the fixture, and how many of them were kept already. */
async function run(some: readonly RunFence[] = fences) {
  const kept = keptRuns(folder);
  let before = 0;
  const counted = {
    ...kept,
    get(parts: readonly RunFence[]) {
      const found = kept.get(parts);
      if (found) before += 1;
      return found;
    },
  };
  const runs = await startRuns(some, counted).all;
  return { runs, before };
}
const changed = (code: string): RunFence => ({ ...fences[0]!, group: null, code });

describe('runs of fences', () => {
  test('that are kept are those of a first time, to the byte', { timeout: 120_000 }, async () => {
    const first = await run();
    const again = await run();
    expect(first.before).toBe(0);
    expect(again.before).toBe(fences.length);
    expect(again.runs).toEqual(first.runs);
    expect(JSON.stringify(again.runs)).toBe(JSON.stringify(first.runs));
  });

  test('are run again where the code of the fence has changed', { timeout: 120_000 }, async () => {
    const code = 'console.log("one");';
    await run([changed(code)]);
    expect((await run([changed(code)])).before).toBe(1);
    const other = await run([changed(code.replace('one', 'two'))]);
    expect([other.before, other.runs[0]?.result.text]).toEqual([0, 'two']);
  });

  test.each([
    ['is stopped', 'for (;;) {}', /^Stopped: /],
    ['reads the clock', 'console.log(typeof Date.now());', /^number$/],
    ['throws dice', 'console.log(typeof Math.random());', /^number$/],
  ])('are not kept of code that %s', { timeout: 300_000 }, async (_name, code, text) => {
    const { runs } = await run([changed(code)]);
    expect(runs[0]?.result.text).toMatch(text);
    expect((await run([changed(code)])).before).toBe(0);
  });

  test('come first for the page that asks', { timeout: 120_000 }, async () => {
    const of = (path: string) =>
      Array.from({ length: 12 }, (_, i): RunFence => ({
        ...changed(`console.log("${path}${i}");`),
        id: `${path}-${i}`,
        page: { ...fences[0]!.page, path },
      }));
    const [first, second] = [of('first'), of('second')];
    const ended: string[] = [];
    const kept = keptRuns(folder);
    const noted = {
      ...kept,
      set: (parts: readonly RunFence[]) => void ended.push(parts[0]?.page.path ?? ''),
    };
    const runs = startRuns([...first, ...second], noted);
    void runs.of(second[0]!);
    await runs.all;
    expect(ended).toHaveLength(24);
    // Where several workers run at a time, the last of one page end beside the first of the next.
    expect(ended.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'second'));
  });
});

test.each([
  ['a run', RUN_INPUTS, ['runner', 'worker', 'context'].map((name) => `snippets/node/${name}.ts`)],
  ['an answer about observations', OBSERVED_INPUTS, ['book/observed/worker.ts']],
])('%s depends on nothing but the files that its stamp is made of', async (_name, own, entries) => {
  const { metafile } = await build({
    entryPoints: entries.map((entry) => join(root, 'src', entry)),
    absWorkingDir: root,
    alias: { 'stage-two': join(root, 'src/model/index.ts') },
    bundle: true,
    write: false,
    metafile: true,
    outdir: '/',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.length).toBeGreaterThan(100);
  const known = (input: string) =>
    own.some((path) => input === path || input.startsWith(`${path}/`));
  expect(inputs.filter((input) => !known(input))).toEqual([]);
});
