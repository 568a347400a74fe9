import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { csvLine, csvOf } from 'stage-two';

describe('CSV', () => {
  it('quotes as RFC 4180 says, and ends each line with CR LF', () => {
    expect(
      csvOf([
        ['a', 'b,c', 'd"e'],
        ['', 'f\r\ng', ' h '],
      ]),
    ).toBe('a,"b,c","d""e"\r\n,"f\r\ng", h \r\n');
  });

  it('lets no cell be taken for a formula, and leaves numbers what they are', () => {
    expect(csvLine(['=1+1', '+x', '-x', '@x', '\tx', '-14', '-0.5', '0'])).toBe(
      "'=1+1,'+x,'-x,'@x,'\tx,-14,-0.5,0\r\n",
    );
  });

  it('is read by another program as it was written', () => {
    const rows = [
      ['answer', 'x'],
      ['mapped, WB', 'a "b"'],
      ['one\ntwo', ''],
    ];
    const read =
      'import csv,json,sys,io;print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(),newline="")))))';
    let answer: string;
    try {
      answer = execFileSync('python3', ['-c', read], { input: csvOf(rows), encoding: 'utf8' });
    } catch {
      return; // No Python on this machine: the other cases have the rules.
    }
    expect(JSON.parse(answer)).toEqual(rows);
  });
});
