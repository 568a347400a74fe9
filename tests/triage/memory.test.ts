import { describe, expect, it } from 'vitest';
import { Memory } from '../../src/triage/read/memory.ts';
import { triage } from '../../src/triage/index.ts';
import { MORE, ROWS } from './support/cases.ts';
import { fuzzed, numbersFrom } from './support/fuzz.ts';

describe('a text that changes', () => {
  it('has with a memory the answer that it has without', () => {
    const memory = new Memory();
    const rows = [...ROWS, ...MORE];
    for (const { input, asked = {} } of rows) {
      const lines = input.split('\n');
      const texts = [input, `${input}x`, `first\n${input}`, lines.toReversed().join('\n'), input];
      for (const text of texts) expect(triage(text, asked, memory)).toEqual(triage(text, asked));
    }
    expect(rows.length).toBeGreaterThan(100);
  });

  it('has it letter by letter, and after any other text', () => {
    const memory = new Memory();
    const next = numbersFrom(17);
    const seeds = ROWS.map(({ input }) => input);
    for (let n = 0; n < 300; n++) {
      const text = fuzzed(seeds, next);
      for (let end = text.length - 3; end <= text.length; end++)
        expect(triage(text.slice(0, end), {}, memory)).toEqual(triage(text.slice(0, end)));
    }
  });
});

describe('a memory', () => {
  const counting = () => {
    const looked: string[] = [];
    return { looked, find: (text: string) => (looked.push(text), text.length) };
  };

  it('looks once for what it was asked before, in this reading or the last', () => {
    const [memory, { looked, find }] = [new Memory(), counting()];
    for (let reading = 0; reading < 3; reading++) {
      memory.begin();
      expect([memory.once(find, 'abc'), memory.once(find, 'abc')]).toEqual([3, 3]);
    }
    expect(looked).toEqual(['abc']);
  });

  it('keeps also that nothing was found', () => {
    let looked = 0;
    const memory = new Memory();
    for (const nothing of [null, undefined]) {
      const find = () => (looked++, nothing);
      expect([memory.once(find, ''), memory.once(find, '')]).toEqual([nothing, nothing]);
    }
    expect(looked).toBe(2);
  });

  it('forgets what the last reading did not ask', () => {
    const [memory, { looked, find }] = [new Memory(), counting()];
    memory.once(find, 'abc');
    memory.begin();
    memory.begin();
    memory.once(find, 'abc');
    expect(looked).toEqual(['abc', 'abc']);
  });
});
