import { assert, constantFrom, json, nat, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/book/lists/json-lines.ts';

/** JSON.parse takes the last member of a name, and the others are lost. */
const ONCE = 'each name once in an object';

describe('readJson', () => {
  test('reads what JSON.parse reads', () => {
    assert(
      property(json(), constantFrom('', '  ', '\t'), (text, space) => {
        const written = JSON.stringify(JSON.parse(text), null, space);
        const reading = readJson(written);
        expect(reading.ok && reading.value).toEqual(JSON.parse(written));
      }),
    );
  });

  test('refuses what JSON.parse refuses', () => {
    const broken = tuple(json(), nat(), constantFrom('', ',', '"', '}', ']', 'x', '0', '\n')).map(
      ([text, at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + 1);
      },
    );
    assert(
      property(broken, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const reading = readJson(text);
        if (!reading.ok && reading.expected === ONCE) return;
        expect(reading.ok).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  test('takes a name that stands in two objects, and brackets as deep as may be', () => {
    const reading = readJson('[{"a": {"a": 1}}, {"a": 2}]');
    expect(reading.ok && reading.value).toEqual([{ a: { a: 1 } }, { a: 2 }]);
    expect(readJson('['.repeat(64) + ']'.repeat(64)).ok).toBe(true);
  });

  test('knows the line of every member', () => {
    const reading = readJson('[\n  {\n    "id": "a",\n    "list": [1,\n 2]\n  },\n  3\n]');
    expect(reading.ok && Object.fromEntries(reading.lines)).toEqual({
      '': 1,
      '0': 2,
      '0.id': 3,
      '0.list': 4,
      '0.list.0': 4,
      '0.list.1': 5,
      '1': 7,
    });
  });

  test.each([
    ['', 1, 'the end of the file', 'a value'],
    ['[1,\n2', 2, 'the end of the file', 'a comma or ]'],
    ['{"a": 1\n"b": 2}', 2, '"b"', 'a comma or }'],
    ['{a: 1}', 1, 'a', 'a name in double quotes, or }'],
    ['[1]\n[2]', 2, '[', 'the end of the file'],
    ['{"a": 1,\n"b": 2,\n"a": 3}', 3, '"a"', ONCE],
    ['[\n'.repeat(65), 65, '[', 'at most 64 brackets one inside another'],
    ['['.repeat(100_000), 1, '[', 'at most 64 brackets one inside another'],
  ])('%j fails on its line', (text, line, received, expected) => {
    expect(readJson(text)).toEqual({ ok: false, line, received, expected });
  });
});
