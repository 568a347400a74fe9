import { describe, expect, it } from 'vitest';
import { BadInput } from '../../src/model/base/read-input.ts';
import { readWords } from '../../src/model/base/read-words.ts';
import { extract, halves, wordHex } from '../../src/model/base/word.ts';

describe('64-bit values', () => {
  it.each<[unknown, string, string, string]>([
    [null, 'not-an-object', '{ a: 0x0n, b: 0x0n }', 'Give an object with a, b.'],
    [[], 'not-an-object', '{ a: 0x0n, b: 0x0n }', 'Give an object with a, b.'],
    [{ a: 1 }, 'missing-field', 'b: 0x0n', 'Add b.'],
    [
      { a: 1, b: 2, c: 3 },
      'unknown-field',
      'a',
      'Check the spelling of the field, or leave it out.',
    ],
    [{ a: -1, b: 2 }, 'out-of-range', '0x84448004n', expect.stringMatching(/^Give a as a bigint/)],
    [{ a: 1.5, b: 2 }, 'out-of-range', '0x84448004n', expect.stringMatching(/^Give a as/)],
    [{ a: 2n ** 64n, b: 2 }, 'out-of-range', '0x84448004n', expect.stringMatching(/^Give a/)],
    [{ a: '1', b: 2 }, 'wrong-type', '0x84448004n', expect.stringMatching(/^Give a as/)],
  ])('%# are refused', (raw, code, sample, remedy) => {
    const answer = readWords(raw, ['a', 'b']);
    if (!(answer instanceof BadInput)) throw new Error('accepted');
    expect(answer.error).toMatchObject({ code, example: sample, remedy });
    expect(answer.error.expected).toMatch(/^(an object$|a field out of a, b$|a 64-bit value)/);
    expect(answer.error.received).toMatch(/^(null|a list|[abc] = .+)$/);
  });

  it('are read as bigints, and a long one is not printed', () => {
    const last = 2n ** 64n - 1n;
    expect(readWords({ a: 2 ** 53 - 1, b: last }, ['a', 'b'])).toEqual({
      a: 2n ** 53n - 1n,
      b: last,
    });
    const text = (a: bigint) => {
      const answer = readWords({ a, b: 0 }, ['a', 'b']);
      return answer instanceof BadInput ? answer.error.received : null;
    };
    expect(text(2n ** 64n)).toBe(`a = ${2n ** 64n}n (a bigint)`);
    expect(text(-1n)).toBe('a = -1n (a bigint)');
    expect(text(2n ** 128n)).toBe('a = a bigint of more than 128 bits');
    expect(text(-(2n ** 128n))).toBe('a = a bigint of more than 128 bits');
  });

  it('are cut into fields', () => {
    const word = 0x8123_4567_89ab_cdefn;
    for (let hi = 0; hi < 64; hi++)
      for (let lo = Math.max(0, hi - 40); lo <= hi; lo++)
        expect(extract(halves(word), hi, lo)).toBe(
          Number((word >> BigInt(lo)) & (2n ** BigInt(hi - lo + 1) - 1n)),
        );
    expect(wordHex(0xabn)).toBe('0x00000000000000ab');
  });
});
