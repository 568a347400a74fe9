import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/* Each recipe of `npm run new` in a copy of the project, where the book's own check judges what it made. */
const ROOT = join(import.meta.dirname, '../..');
const PARTS = ['content', 'scripts', 'src', 'lab', 'tests/triage'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json'];
const PATIENCE_MS = 300_000;
vi.setConfig({ testTimeout: PATIENCE_MS });

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'stage-two-new-'));
  for (const part of [...PARTS, ...FILES])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  // What was kept of earlier runs holds for the same snippets and the same model.
  symlinkSync(join(ROOT, '.cache'), join(copy, '.cache'));
}, PATIENCE_MS);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function node(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}
const make = (...args: string[]) => node('scripts/new.ts', ...args);
const read = (path: string): string => readFileSync(join(copy, path), 'utf8');

test.each([
  [['chapter', 'Bad Name'], /^bad-name: received "Bad Name"; expected small letters/],
  [['chapter', '../escape'], /^bad-name/],
  [['chapter', 'a'.repeat(60)], /^bad-name/],
  [['chapter', 'memory-types'], /^name-taken: .*content\/guide\/memory-types\.mdx/],
  [['chapter', 'mair-byte'], /^name-taken: .*content\/reference\/mair-byte\.mdx/],
  [['exercise', 'two-kernels'], /^name-taken/],
  [['term', 'vma'], /^name-taken: .*VMA/],
  [['term', 'VMAs'], /^name-taken/],
  [['term', '<b>'], /^bad-name/],
  [['case', '243-is-1'], /^name-taken/],
  [['kernel', 'v7.3'], /^name-taken/],
  [['kernel', 'v6.12'], /^bad-name: .*newer than v7\.3/],
  [['kernel', '8.0'], /^bad-name: .*Write for example v8\.0/],
  [['poem', 'x'], /^received "poem x"; expected chapter\|exercise\|term\|kernel\|case/],
  [['chapter'], /^received "chapter"; expected/],
  [['chapter', 'one', 'two'], /^received "chapter one two"; expected/],
  [[], /^received ""; expected/],
])('%j is refused, and nothing is written', (args, why) => {
  const before = read('content/data/glossary.json') + read('content/data/map.json');
  const { status, out, err } = make(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(why);
  expect(read('content/data/glossary.json') + read('content/data/map.json')).toBe(before);
});

test('what is made lacks nothing but the words of its author, and says where', () => {
  const told = [
    make('chapter', 'a-new-thing'),
    make('exercise', 'a-new-try'),
    make('term', 'write buffer'),
    make('case', 'a-new-case'),
  ];
  expect(told.map(({ status, err }) => [status, err])).toEqual(told.map(() => [0, '']));
  const places = told.flatMap(({ out }) => out.match(/\S+:\d+(?= {2}Fill in:)/g) ?? []);
  const checked = node('src/book/cli.ts', 'check');
  const problems = checked.err.match(/^\S+:\d+ {2}.*$/gm) ?? [];
  expect(problems.toSorted()).toEqual(places.map((place) => `${place}  unfilled`).toSorted());
  expect(places.length).toBeGreaterThan(10);

  for (const path of new Set(places.map((place) => place.replace(/:\d+$/, ''))))
    writeFileSync(join(copy, path), read(path).replaceAll('Fill in: ', ''));
  expect(node('src/book/cli.ts', 'check').out).toBe('No problems in the content.\n');
  expect(make('chapter', 'a-new-thing').err).toMatch(/^name-taken/);
});

test('a case is a row that triage answers rightly', () => {
  const { status, out } = make('case', 'another-new-case');
  expect([status, out]).toEqual([0, expect.stringContaining('tests/triage/more-cases.json')]);
  const { wrongIn, MORE } = JSON.parse(
    node(
      '--input-type=module',
      '--eval',
      "import { MORE, wrongIn } from './tests/triage/support/cases.ts'; const own = MORE.filter(({ id }) => id.endsWith('new-case')); console.log(JSON.stringify({ MORE: MORE.map(({ id }) => id), wrongIn: own.flatMap((row) => wrongIn(row)) }));",
    ).out,
  ) as { wrongIn: string[]; MORE: string[] };
  expect(wrongIn).toEqual([]);
  expect(MORE).toContain('another-new-case');
  expect(MORE).toEqual(MORE.toSorted());
});

test('a kernel answers as the newest did, and says that nobody has read it', () => {
  const asked = (kernel: string): string =>
    node(
      'src/cli/main.ts',
      ...`decide fault --kernel ${kernel} --fwb 1 --dic 0 --access read --vma pfnmap`.split(' '),
    ).out;
  const newest = asked('v7.3');
  expect(asked('v8.0')).not.toBe(newest);
  const { status, out } = make('kernel', 'v8.0');
  expect(status).toBe(0);
  expect(out).toMatch(/^made {4}src\/model\/kvm\/kernels\/v8\.0\.ts$/m);
  expect(out).toMatch(/v8\.0\.ts:\d+ {2}Fill in: which source was read/);
  expect(newest).toContain('EFAULT');
  expect(asked('v8.0').replaceAll('v8.0', 'v7.3')).toBe(newest);
  expect(asked('8.0.1')).toMatch(/not read yet/);
  expect(asked('7.3.4')).toMatch(/read in 7\.3\.4|confirmed/);
});
