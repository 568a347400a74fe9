import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ran } from './outside.ts';

const path = fileURLToPath(new URL('../vectors/data/kvm.vmaCacheable.v7.3.json', import.meta.url));
const text = readFileSync(path, 'utf8');
const file = JSON.parse(text);

/** The result for a file with some keys changed. */
function conform(changes: object) {
  return ran('conform file.json', { 'file.json': JSON.stringify({ ...file, ...changes }) });
}

describe('conform', () => {
  it('passes a file whose rows the model answers alike', () => {
    expect(ran(['conform', path])).toEqual({ code: 0, out: ['8 passed, 0 failed'], err: [] });
  });

  it('shows a row that differs with inputs, expected and got, and exits with 1', () => {
    const cases = file.cases.map(([attrIndx, cacheable]: number[]) => [
      attrIndx,
      attrIndx === 2 ? 1 : cacheable,
    ]);
    const { code, out } = conform({ cases });
    expect(code).toBe(1);
    expect(out).toEqual([
      'file.json: row 3: attrIndx=2',
      '  cacheable: expected 1, got 0',
      '7 passed, 1 failed',
    ]);
  });

  it('shows the first mismatches only, and counts all', () => {
    const { out } = conform({
      cases: file.cases.map(([attrIndx, cacheable]: number[]) => [attrIndx, 1 - (cacheable ?? 0)]),
    });
    expect(out.filter((line) => line.includes(': row '))).toHaveLength(3);
    expect(out.at(-1)).toBe('0 passed, 8 failed');
  });

  it('reads columns by name', () => {
    const columns = file.columns.toReversed();
    const cases = file.cases.map((row: unknown[]) => row.toReversed());
    expect(conform({ columns, cases }).code).toBe(0);
  });

  it('takes one of the accepted results as right, and only those', () => {
    const combine = fileURLToPath(new URL('../vectors/data/arch.combine.json', import.meta.url));
    const vectors = JSON.parse(readFileSync(combine, 'utf8'));
    const [row] = vectors.cases;
    const [right] = row[6];
    const wrong = (right + 1) % vectors.results.length;
    const withAccept = (accept: number[]) => ({
      ...vectors,
      cases: [[...row.slice(0, 6), accept]],
    });
    const code = (accept: number[]) =>
      ran('conform f', { f: JSON.stringify(withAccept(accept)) }).code;
    expect([code([right]), code([wrong, right]), code([wrong]), code([])]).toEqual([0, 0, 1, 1]);
  });

  it('reports a cell that is no input as a mismatch', () => {
    expect(
      conform({
        cases: [
          ['MT_WRONG', 1],
          [0.5, 1],
          [null, 1],
        ],
      }).out.at(-1),
    ).toBe('0 passed, 3 failed');
  });

  it.each([
    [
      'a file that is not there',
      'conform no-such-file.json',
      {},
      /^no-such-file.json: received no file of this name/,
    ],
    ['a folder', 'conform .', {}, /^\.: received a folder/],
    ['a truncated file', 'conform f', { f: text.slice(0, 200) }, /cut off/],
    ['an empty file', 'conform f', { f: '' }, /expected one JSON object/],
    ['a foreign file', 'conform f', { f: '{"name":"stage-two"}' }, /received format nothing/],
    ['a list', 'conform f', { f: '[1]' }, /received a list/],
    ['text', 'conform f', { f: 'hello}' }, /not JSON/],
  ])('exits with 2 and one line for %s', (_name, line, files, reason) => {
    const { code, out, err } = ran(line, files as Record<string, string>);
    expect([code, err.length, out]).toEqual([2, 1, ['0 passed, 0 failed']]);
    expect(err[0]).toMatch(reason);
  });

  it.each([
    [{ format: 2 }, /received format 2, expected "format": 1/],
    [{ function: 'kvm.unknown' }, /received function kvm.unknown, expected one of arch.combine/],
    [{ function: 7 }, /received function 7/],
    [{ kernel: 'v9.9' }, /received kernel v9.9, expected one of v6.16, v6.17, v7.3/],
    [{ kernel: null }, /received kernel null/],
    [{ columns: ['attrIndx'] }, /received columns "cacheable"/],
    [{ columns: ['attrIndx', 'attrIndx'] }, /names that differ/],
    [{ cases: [[0, 1], [0]] }, /received 1 cells in row 2, expected 2/],
    [{ cases: null }, /received cases null/],
    [{ cases: [] }, /received no rows, expected at least one/],
    [{ function: 'x'.repeat(5000) }, /^.{0,900}$/],
    [{ kernel: 'x'.repeat(5000) }, /^.{0,900}$/],
    [{ columns: Array.from({ length: 60_000 }, (_, i) => `c${i}`) }, /^.{0,900}$/],
    [{ inputs: { vma: '' }, columns: ['vma', 'cacheable'] }, /received no column attrIndx/],
    [{ outputs: { ret: '' }, columns: ['attrIndx', 'ret'] }, /received the column ret/],
    [{ results: 3 }, /received results 3/],
  ])('exits with 2 and one line for %o', (changes, reason) => {
    const { code, err } = conform(changes);
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(reason);
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(ran('conform f', { f: `\uFEFF${text}` }).code).toBe(0);
  });

  it('cuts long paths and long cells', () => {
    const long = `${'folder/'.repeat(800)}f`;
    const cases = [['x'.repeat(100_000), 1]];
    const { code, out } = ran(['conform', long], { [long]: JSON.stringify({ ...file, cases }) });
    expect(code).toBe(1);
    expect(Math.max(...out.map((line) => line.length))).toBeLessThan(400);
  });

  it('goes on with the other files, and says each sum', () => {
    const { code, out, err } = ran(['conform', 'bad', path], { bad: '{' });
    expect([code, err.length, out.at(-1)]).toEqual([2, 1, '8 passed, 0 failed']);
  });
});
