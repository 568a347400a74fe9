import { describe, expect, test } from 'vitest';
import { ATTR_INDX_NAMES, KERNELS } from '../../src/model/index.ts';
import { offersAt } from '../../src/snippets/browser/offers.ts';
import { editorWords } from '../../src/snippets/knobs/editor-words.ts';

const words = editorWords();
const offered = (before: string) => offersAt(before, words)?.words ?? null;

describe('what the editor knows', () => {
  test('are names that can be imported, fields of inputs, and moves of the machine', () => {
    expect(words.names).toContain('prepareMemoryRegion');
    expect(Object.keys(words.fields)).toEqual(expect.arrayContaining(['fwb', 'dic', 'vmas']));
    expect(words.moves).toEqual(
      expect.arrayContaining(['a-goes', 'owner-cvac', 'owner-civac', 'b-reads']),
    );
  });
});

describe('what it offers', () => {
  test('between quotes are the words of the field before them', () => {
    expect(offered("const vma = { attrIndx: 'MT_")).toEqual(ATTR_INDX_NAMES);
    expect(offered('attrIndx === "')).toEqual(ATTR_INDX_NAMES);
    expect(offersAt("{ attrIndx: 'MT_DEV", words)?.typed).toBe('MT_DEV');
  });
  test('between quotes of no field are moves and all words of the lists, once something is typed', () => {
    expect(offered("playMoves(['owner-")).toEqual(
      expect.arrayContaining(['owner-cvac', ...ATTR_INDX_NAMES, ...KERNELS]),
    );
    expect(offered("playMoves(['")).toBeNull();
  });
  test('behind a dot are fields, and no names of imports', () => {
    expect(offered('(input) => input.f')).toContain('fwb');
    expect(offered('(input) => input.f')).not.toContain('explore');
    expect(offersAt('(cpu) => cpu.fw', words)?.typed).toBe('fw');
  });
  test('elsewhere are names and fields', () => {
    const all = offered('const slot = prep');
    expect(all).toEqual(expect.arrayContaining(['prepareMemoryRegion', 'console', 'fwb']));
  });
  test.each(['console.l', '12', '1.f', "console.log('it is done", "// don't fw"])(
    'in %s is nothing',
    (before) => expect(offered(before) ?? []).not.toContain('owner-cvac'),
  );
  test('closed quotes are code again', () => {
    expect(offered("f('v7.3', { fw")).toContain('fwb');
  });
});
