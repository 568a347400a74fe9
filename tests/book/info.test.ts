import { describe, expect, test } from 'vitest';
import { readInfo } from '../../src/book/page/info.ts';

describe('the first line of a fence', () => {
  test('a run with all its words, in any order', () => {
    const { info, faults } = readInfo('ts', 'group="g" run throws="EINVAL" id="leak"');
    expect(info).toEqual({ mode: 'run', id: 'leak', throws: 'EINVAL', group: 'g' });
    expect(faults).toEqual([]);
  });

  test('a run without its words', () => {
    expect(readInfo('ts', 'run').info).toEqual({
      mode: 'run',
      id: null,
      throws: null,
      group: null,
    });
  });

  test('norun with a reason that holds spaces and an equals sign', () => {
    const { info, faults } = readInfo('ts', 'norun reason="It needs FWB = 1."');
    expect(info).toEqual({ mode: 'norun', reason: 'It needs FWB = 1.' });
    expect(faults).toEqual([]);
  });

  test('output belongs to text, run to ts', () => {
    expect(readInfo('text', 'output').info).toEqual({ mode: 'output' });
    expect(readInfo('ts', 'output').info).toEqual({ mode: 'listing' });
    expect(readInfo('c', 'run').info).toEqual({ mode: 'listing' });
    expect(readInfo('', '').faults).toEqual([]);
  });

  test.each([
    ['ts', 'run ID="x"', 'ID="x"', 'run id="..." throws="..." group="..."'],
    ['ts', 'run id=x', 'id=x', 'id="..."'],
    ['ts', 'run id="x', 'id="x', 'id="..."'],
    ['ts', 'run id="x" "loose"', '"loose"', 'run id="..." throws="..." group="..."'],
    ['ts', 'norun run reason="r"', 'run', 'norun reason="..."'],
    ['ts', 'title="t"', 'title="t"', 'run id="..." or norun reason="..."'],
    ['text', 'outputs', 'outputs', 'output, or nothing'],
    ['', 'x', 'x', 'nothing after the marks'],
    ['c', 'toString', 'toString', 'nothing after c'],
  ])('%s %s is a fault', (lang, meta, received, expected) => {
    expect(readInfo(lang, meta).faults).toEqual([{ received, expected }]);
  });
});
