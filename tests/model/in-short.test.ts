import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combineStages,
  decodeMairAttr,
  decodeRegister,
  explore,
  handleFault,
  inShort,
  nearestFlips,
  prepareMemoryRegion,
  QUESTIONS,
  survivesMigration,
  verdicts,
  wordFor,
  type Question,
} from 'stage-two';
import { saidIn } from '../../src/grammar/words.ts';
import { answer } from './support/inputs.ts';

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const poor = { fwb: false, dic: false };
const rich = { fwb: true, dic: true };
const searched = (policy: string, host: typeof poor) =>
  explore({ policy, host, property: 'noLeak' });

/** What a maintainer would say of each, in a cell of a table. */
const SAID: readonly [value: unknown, words: string][] = [
  [handleFault('v6.16', { vma, ...poor, access: 'read' }), 'mapped Device-nGnRE'],
  [handleFault('v7.3', { vma, ...rich, access: 'read' }), 'mapped WB'],
  [handleFault('v7.3', { vma, ...poor, access: 'read' }), 'fails EFAULT'],
  [prepareMemoryRegion('v7.3', { vmas: [vma], ...poor }), 'refused EINVAL'],
  [prepareMemoryRegion('v7.3', { vmas: [vma], ...rich }), 'accepted'],
  [decodeMairAttr(0x44), 'NC'],
  [combineStages({ s1: { attr: 0x04 }, s2: { memAttr: 0b1111 }, fwb: false }), 'Device-nGnRE'],
  [searched('fallback-to-device', poor), 'leaks'],
  [searched('error-on-creation', poor), 'not asked'],
  [searched('error-on-creation', rich), 'holds'],
  [survivesMigration({ source: rich, destination: rich }), 'survives'],
  [survivesMigration({ source: rich, destination: poor }), 'refused; the source runs on'],
];

describe('an answer in short', () => {
  it.each(SAID)('%#: is what one would say, and has its sign', (value, words) => {
    expect(inShort(value)).toBe(words);
    expect(saidIn(words)).not.toBeNull();
  });

  it.each(Object.keys(QUESTIONS) as Question[])(
    'says of bad input to %s that it is',
    (question) => {
      expect(inShort(answer(question, 'v7.3', null))).toBe('invalid');
    },
  );

  it('is there for lists and registers of the model too, and for nothing else', () => {
    const flips = nearestFlips('prepareMemoryRegion', 'v7.3', { vmas: [vma], ...poor });
    expect(inShort(flips)).toMatch(/instead of/);
    expect(inShort(decodeRegister('MAIR_EL1', 0xffn))).toMatch(/^MAIR_EL1/);
    expect(inShort(verdicts([]).rows)).toBeNull();
    fc.assert(fc.property(fc.anything(), (value) => inShort(value) === null));
  });
});

describe('the word for a yes, a no and a null', () => {
  it('says of a property what it means, and is never a double negation', () => {
    expect(wordFor('noLeak', false)).toBe('leaks');
    expect(wordFor('noStaleFetch', false)).toBe('stale');
    expect(wordFor('noLateFailure', true)).toBe('holds');
    expect(wordFor('coherent', null)).toBe('not asked');
    expect([true, false, null].map((value) => wordFor('fwb', value))).toEqual([
      'yes',
      'no',
      'none',
    ]);
    expect(wordFor('toString', false)).toBe('no');
  });
});

describe('the signs of words', () => {
  it('are a verdict with what comes with it, or a memory type, and of other text none', () => {
    expect(saidIn('mapped WB')).toEqual({ sign: 'mapped', word: 'mapped', memory: 'WB', rest: '' });
    expect(saidIn('fails EFAULT')).toEqual({
      sign: 'fails',
      word: 'fails',
      memory: null,
      rest: ' EFAULT',
    });
    expect(saidIn('not supported')?.sign).toBe('not-supported');
    expect(saidIn('no')?.sign).toBe('no');
    expect(saidIn('as stage 1')?.memory).toBe('as stage 1');
    for (const text of ['', ' ', 'mapped by hand', 'no leak', 'EFAULT', 'NORMAL', 'constructor'])
      expect(saidIn(text), text).toBeNull();
  });
});
