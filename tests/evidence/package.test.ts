import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFiles, packedRows } from '../../src/evidence/package/files.ts';
import { FILES } from '../vectors/files.ts';

const OUTSIDE = new URL('../vectors/data/', import.meta.url);
const ROWS = 'kvm.vmaCacheable.v7.3';
let folder: string;
let top: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stage-two-rows-'));
  for (const { path, data } of packageFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
  top = join(folder, 'stage-two-rows');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['check.mjs', ...args], {
    cwd: top,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const write = (name: string, text: string) => writeFileSync(join(top, name), text);

describe('the package of rows', () => {
  it('has every file as it is, and as a table of as many rows', () => {
    for (const [file, rows] of Object.entries(FILES)) {
      const text = readFileSync(join(top, 'rows', file), 'utf8');
      expect(text).toBe(readFileSync(new URL(file, OUTSIDE), 'utf8'));
      const csv = readFileSync(join(top, 'csv', file.replace(/json$/, 'csv')), 'utf8');
      expect(csv.trimEnd().split('\r\n')).toHaveLength(rows + 1);
    }
    expect(existsSync(join(top, 'LICENSE'))).toBe(true);
    const listed = JSON.parse(readFileSync(join(top, 'index.json'), 'utf8')) as object[];
    expect(listed).toHaveLength(Object.keys(FILES).length);
  });

  it('is the same bytes whenever it is made', () => {
    expect(Buffer.compare(packedRows(), packedRows())).toBe(0);
    expect(packedRows().length).toBeLessThan(500_000);
  });
});

describe('code of somebody else', () => {
  it('agrees where it is right, as the example of the README is', () => {
    const readme = readFileSync(join(top, 'README.md'), 'utf8');
    write('mine.mjs', /^ {4}(export default .*)$/m.exec(readme)?.[1] ?? '');
    expect(check(ROWS, './mine.mjs')).toMatchObject({
      status: 0,
      stdout: '8 of 8 rows agree\n',
    });
  });

  it('is told its first rows that differ', () => {
    write(
      'wrong.mjs',
      'export default ({ attrIndx }) => ({ cacheable: [1, 2, 3, 4].includes(attrIndx) ? 0 : 1 });',
    );
    const { status, stdout } = check(ROWS, './wrong.mjs');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /row \d: \{"attrIndx":1\}\n {2}cacheable: received 0, expected 1\n7 of 8/,
    );
  });

  it.each([
    ['throw new Error("no")', 'an error: no'],
    ['throw { toString() { throw 1 } }', 'an error: what cannot be read'],
    ['return undefined', 'undefined'],
    ['return null', 'null'],
    ['return { cacheable: 1n }', '"1n"'],
    ['return { cacheable: () => 1 }', '() => 1'],
    ['return { get cacheable() { throw 1 } }', 'what cannot be read'],
    ['return { cacheable: NaN }', 'NaN'],
  ])('may %s, and is told so', (does, said) => {
    write('other.mjs', `export default () => { ${does} }`);
    const { status, stdout, stderr } = check(ROWS, './other.mjs');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain(`cacheable: received ${said}, expected 1`);
    expect(stdout).toContain('0 of 8 rows agree');
  });

  it('may answer late', () => {
    write('late.mjs', "export { default } from './later.mjs';");
    write(
      'later.mjs',
      'export default async ({ attrIndx }) => ({ cacheable: [2, 3, 4].includes(attrIndx) ? 0 : 1 });',
    );
    expect(check(ROWS, './late.mjs')).toMatchObject({ status: 0 });
  });

  it('may be a program that answers in no JSON, and what it complains of is shown', () => {
    const program =
      "const n = require('fs').readFileSync(0, 'utf8').trim().split('\\n').length; console.error('oh'); for (let i = 0; i < n; i++) console.log('hi');";
    write('hi.cjs', program);
    const { status, stdout, stderr } = check(ROWS, '--', process.execPath, 'hi.cjs');
    expect([status, stderr]).toEqual([1, 'oh\n']);
    expect(stdout).toContain('cacheable: received a line that is no JSON: hi, expected 1');
  });

  it('may be a program that answers line by line', () => {
    write(
      'mine.cjs',
      `const lines = require('fs').readFileSync(0, 'utf8').trim().split('\\n');
for (const line of lines) console.log(JSON.stringify({ cacheable: [2, 3, 4].includes(JSON.parse(line).attrIndx) ? 0 : 1 }));`,
    );
    expect(check(ROWS, '--', process.execPath, 'mine.cjs')).toMatchObject({ status: 0 });
    expect(check(ROWS, '--', process.execPath, '-e', '0')).toMatchObject({ status: 2 });
  });

  it('has each permitted result taken where several are', () => {
    write(
      'one.mjs',
      `import { readFileSync } from 'node:fs';
const { cases, columns, results } = JSON.parse(readFileSync(new URL('./rows/arch.combine.json', import.meta.url)));
let row = 0;
export default () => results[cases[row++][columns.indexOf('accept')].at(-1)];`,
    );
    expect(check('arch.combine', './one.mjs')).toMatchObject({ status: 0 });
  });

  it.each([
    [['kvm.nothing', './mine.mjs'], 'one of arch.combine'],
    [[ROWS], 'a module, or -- and a program'],
    [[ROWS, './nowhere.mjs'], 'a module that can be loaded'],
    [[ROWS, '--', './nowhere'], 'a program that runs'],
  ])('is asked for as it has to be: %j', (args, expected) => {
    const { status, stderr } = check(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
  });
});
