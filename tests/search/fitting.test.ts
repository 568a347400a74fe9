// cspell:ignore therzzq isqqxx aqqxx qqxxzz blorp zzqq xxyy qqzz
import { describe, expect, it } from 'vitest';
import { fitting, type Answer, type Ask } from '../../src/search/fitting.ts';

/** Pages as Pagefind would know them: a text, and what people type for it. */
const PAGES = {
  gates: { content: 'The memslot is refused, the cache is cleaned.', words: '' },
  look: { content: 'Letters of smaps.', words: 'KVM_RUN failed. kvm arm mode protected. a710' },
};

const stem = (word: string): string => word.replace(/(?:ing|ed|e|s)$/, '');

/** Asks as Pagefind does: all words, and a word that no page has stands for those that begin like it. */
const asked: string[] = [];
const ask: Ask = (term) => {
  asked.push(term);
  const results = Object.entries(PAGES)
    .filter(([, { content, words }]) => {
      const own = `${content} ${words}`.toLowerCase().split(/\W+/).map(stem);
      return term
        .toLowerCase()
        .split(/\s+/)
        .map(stem)
        .every((word) =>
          own.some((one) => one !== '' && (one.startsWith(word) || word.startsWith(one))),
        );
    })
    .map(([name, { content, words }]) => ({
      score: 1,
      name,
      data: () => Promise.resolve({ content, meta: { words } }),
    }));
  return Promise.resolve({ results });
};

const search = fitting(ask);
const names = ({ results }: Answer) => results.map((result) => 'name' in result && result.name);

describe('an answer that fits', () => {
  it.each([
    ['memslot', ['gates']],
    ['caching', ['gates']],
    ['SMAPS', ['look']],
    ['KVM_RUN', ['look']],
  ])('%s is found', async (term, found) => expect(names(await search(term))).toEqual(found));

  // Each begins with a word of a page: the, is, a.
  it.each(['therzzq', 'isqqxx', 'aqqxx', 'aq710', '710711'])('%s is not', async (term) => {
    expect(names(await search(term))).toEqual([]);
  });

  it('takes a name with signs for its parts, where that fits better', async () => {
    expect(names(await search('kvm-arm.mode=protected'))).toEqual(['look']);
  });

  it('finds of a pasted line what stands together, and nothing of a line without sense', async () => {
    const line = 'qemu-system-aarch64: [12] KVM_RUN failed: memslot qqxxzz';
    expect(names(await search(line))).not.toEqual([]);
    expect(names(await search('blorp zzqq xxyy qqzz'))).toEqual([]);
  });

  it('leaves a line in quotes as it is, and asks nothing for no word', async () => {
    asked.length = 0;
    await search('"the memslot"');
    expect(asked).toEqual(['"the memslot"']);
    asked.length = 0;
    expect(names(await search('?!'))).toEqual([]);
    expect(asked).toEqual(['?!']);
  });
});
