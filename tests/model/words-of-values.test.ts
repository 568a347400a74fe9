import { describe, expect, it } from 'vitest';
import {
  explain,
  handleFault,
  memslotChange,
  pkvmMap,
  prepareMemoryRegion,
  QUESTIONS,
  renderText,
  stateInWords,
  vmaPageShift,
} from 'stage-two';
import type { Decision, Field, Question, StateView } from 'stage-two';
import { FULL_LANGUAGE } from '../../src/model/explain/full-language.ts';
import { sentence } from '../../src/model/explain/sentence.ts';

/** Every field of a question that takes a word out of a list, also inside of records. */
function choices(fields: readonly Field[]): (readonly [string, readonly string[]])[] {
  return fields.flatMap(({ name, accepts }) => {
    if (accepts.kind === 'choice') return [[name, accepts.values] as const];
    return 'fields' in accepts ? choices(accepts.fields) : [];
  });
}

const ALL = (Object.keys(QUESTIONS) as Question[]).flatMap((question) =>
  choices(QUESTIONS[question].fields),
);
/** What happened to the leaf stands in the place of each step, not among what it rests on. */
const UNSAID = new Set(['event']);

describe('a word out of a list', () => {
  it.each(ALL.filter(([name]) => !UNSAID.has(name)))(
    '%s ends a sentence, as a clause',
    (name, values) => {
      // "..., because <words>": a clause has a subject and a verb; the bare word has neither.
      for (const value of values) {
        const words = FULL_LANGUAGE.wordsOf(name)?.(value);
        expect(words).toMatch(/^\S.* ?(is|are|was|has|gave|returned|maps) \S/);
      }
    },
  );
});

/** Every flag of a question, also inside of records. */
function flags(fields: readonly Field[]): string[] {
  return fields.flatMap(({ name, accepts }) => {
    if (accepts.kind === 'boolean') return [name];
    return 'fields' in accepts ? flags(accepts.fields) : [];
  });
}

describe('a flag', () => {
  it('is said in other words where it is set and where it is clear', () => {
    const names = Object.values(QUESTIONS).flatMap(({ fields }) => flags(fields));
    const wrong = [...new Set(names)].filter((name) => {
      const words = FULL_LANGUAGE.wordsOf(name);
      if (words === undefined) return false;
      const [set, clear] = [words(true), words(false)];
      return set === clear || !/\S \S/.test(set) || !/\S \S/.test(clear);
    });
    expect(wrong).toEqual([]);
  });

  it('of a protected VM is set for a VM of pKVM, created or not yet', () => {
    // Facts, pKVM: both kinds are protected; a VM without protection is neither.
    const said = (value: boolean | string) => FULL_LANGUAGE.wordsOf('protectedVm')?.(value);
    for (const value of [true, 'created', 'notCreated'])
      expect(said(value)).toMatch(/ is protected$/);
    for (const value of [false, 'none']) expect(said(value)).toMatch(/ is not protected$/);
  });

  it('of guest_memfd says none where the slot has none, and which where it has', () => {
    const said = (value: string) => FULL_LANGUAGE.wordsOf('guestMemfd')?.(value);
    expect(said('none')).toMatch(/ no guest_memfd$/);
    for (const value of ['gmemOnly', 'notGmemOnly']) expect(said(value)).toContain(value);
  });

  it('of a page says that it was found, or with which error it was not', () => {
    const said = (value: string) => FULL_LANGUAGE.wordsOf('getPfn')?.(value);
    expect(said('ok')).toMatch(/ found$/);
    expect(said('EFAULT')).toMatch(/ EFAULT$/);
  });
});

describe('a number', () => {
  it('of a page is in hex with capitals, as in the rest of the site', () => {
    expect(FULL_LANGUAGE.wordsOf('hva')?.(0xabc)).toMatch(/ 0xABC$/);
  });
});

describe('the place of a check', () => {
  const step = (check: string) => ({
    check,
    in: 'f',
    inputs: {},
    answer: true,
    source: ['V10-6'],
    decides: false,
  });

  it('is the function where the check is one call, and none where the call is a part', () => {
    expect(sentence(step('other(a)'), FULL_LANGUAGE)).toContain('(other)');
    expect(sentence(step('other(a) && more'), FULL_LANGUAGE)).not.toContain('(other)');
    expect(sentence(step('more && other(a)'), FULL_LANGUAGE)).not.toContain('(other)');
  });
});

describe('the verdict', () => {
  const first = (decision: Decision) => renderText(decision).split(' (')[0];

  it('names the place where a request is refused: facts, "who refuses"', () => {
    const vmas = [{ vmPfnmap: true }];
    expect(first(memslotChange('v7.3', { oldExists: false, badGeometry: true }))).toBe(
      'refused at the memslot, EINVAL',
    );
    expect(first(prepareMemoryRegion('v7.3', { vmas, fwb: true, dic: false }))).toBe(
      'refused at the memslot, EINVAL',
    );
    expect(first(pkvmMap('v7.3', { region: 'not-memory' }))).toBe('refused by EL2, EPERM');
    expect(first(pkvmMap('v7.3', {}))).toMatch(/^mapped by EL2/);
  });

  it('of a size is the size: a block where the VMA has room, a page where it has none', () => {
    const vma = { vmStart: 0, vmEnd: 512, hva: 3 };
    expect(first(vmaPageShift('v7.3', { ...vma, hugetlbShift: 21 }))).toBe('a block');
    expect(first(vmaPageShift('v7.3', vma))).toBe('a page');
  });
});

describe('a state in words', () => {
  const view = (changes: Partial<StateView>): StateView => ({
    phase: 'empty',
    memory: 'old',
    dcache: null,
    icache: null,
    latest: null,
    owner: { mapped: false, cacheable: true },
    tenantA: { mapped: false },
    tenantB: { mapped: false, data: null, fetch: null },
    ...changes,
  });

  it('says whose value is where', () => {
    const values = ['old', 'secret', 'zeros', 'owner', 'guest'] as const;
    const whose = [/something old/, /A's secret/, /zeros/, /owner's/, /B's value/];
    values.forEach((value, i) => {
      const text = whose[i] as RegExp;
      expect(stateInWords(view({ memory: value }))).toMatch(text);
      expect(stateInWords(view({ memory: 'old', icache: value }))).toMatch(text);
      expect(stateInWords(view({ dcache: { value, dirty: false } }))).toMatch(text);
    });
  });

  it('says dirty of a dirty line alone', () => {
    const line = (dirty: boolean) => stateInWords(view({ dcache: { value: 'zeros', dirty } }));
    expect(line(true)).toBe(line(false).replace('zeros', 'zeros (dirty)'));
    expect(stateInWords(view({}))).toBe('memory: something old; cache: no line');
  });
});

describe('an explanation', () => {
  it('leaves out what is not known, and joins nothing to nothing', () => {
    const decision = handleFault('v7.3', { vma: {}, fwb: true, dic: true, access: 'read' });
    for (const text of explain(decision)) expect(text).not.toMatch(/because[ .]*$|because {2}| ,/);
  });
});
