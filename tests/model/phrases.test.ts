import { describe, expect, it } from 'vitest';
import { combineStages, explain, handleFault, pkvmMap, stage2Attributes } from 'stage-two';
import type { Step } from 'stage-two';
import { FULL_LANGUAGE } from '../../src/model/explain/full-language.ts';
import { ABORT_PHRASES } from '../../src/model/explain/phrases/abort.ts';
import { ARCH_PHRASES } from '../../src/model/explain/phrases/arch.ts';
import { BLOCK_PHRASES } from '../../src/model/explain/phrases/block.ts';
import { CAPABILITY_PHRASES } from '../../src/model/explain/phrases/capability.ts';
import { CONTROL_PHRASES } from '../../src/model/explain/phrases/controls.ts';
import { FAULT_PHRASES } from '../../src/model/explain/phrases/fault.ts';
import { MEMSLOT_REQUEST_PHRASES } from '../../src/model/explain/phrases/memslot-request.ts';
import { MEMSLOT_PHRASES } from '../../src/model/explain/phrases/memslot.ts';
import { NESTED_PHRASES } from '../../src/model/explain/phrases/nested.ts';
import { PGTABLE_PHRASES } from '../../src/model/explain/phrases/pgtable.ts';
import type { Phrases } from '../../src/model/explain/phrases/phrase.ts';
import { SIZE_PHRASES } from '../../src/model/explain/phrases/size.ts';
import { sentence } from '../../src/model/explain/sentence.ts';

const TABLES: readonly (readonly [string, Phrases])[] = Object.entries({
  ABORT_PHRASES,
  ARCH_PHRASES,
  BLOCK_PHRASES,
  CAPABILITY_PHRASES,
  CONTROL_PHRASES,
  FAULT_PHRASES,
  MEMSLOT_REQUEST_PHRASES,
  MEMSLOT_PHRASES,
  NESTED_PHRASES,
  PGTABLE_PHRASES,
  SIZE_PHRASES,
});

const step = (check: string, answer: Step['answer'], inputs: Step['inputs'] = {}): Step => ({
  check,
  in: 'a_function',
  inputs,
  answer,
  source: ['CODE73'],
  decides: false,
});
const say = (check: string, answer: Step['answer'], inputs: Step['inputs'] = {}): string =>
  sentence(step(check, answer, inputs), FULL_LANGUAGE);

/** Words that a sentence of its own would not hold. */
const NOT_SAID = /undefined|null|NaN|\[object|=> | {2}/;

describe.each(TABLES)('%s', (_name, phrases) => {
  it('either ask whether something holds, or tell an answer in words', () => {
    const wrong = Object.entries(phrases).filter(([check, phrase]) =>
      'asks' in phrase
        ? !/^whether( \S+){2,}$/.test(phrase.asks)
        : !/^[A-Z]\S* \S/.test(phrase.tells(step(check, 1), ', because so')),
    );
    expect(wrong.map(([check]) => check)).toEqual([]);
  });

  it('make a sentence of every check, whatever the answer', () => {
    for (const check of Object.keys(phrases)) {
      for (const answer of [0, 1]) {
        const text = say(check, answer);
        expect(text, check).toMatch(/^[A-Z].*\S\.$/);
        expect(text, check).not.toMatch(NOT_SAID);
      }
    }
  });
});

describe('an answer that is told', () => {
  // The word after each answer says what it means; the other answers of the check must not say it.
  it.each<[check: string, answer: Step['answer'], says: RegExp, others: readonly Step['answer'][]]>(
    [
      ['MAIR_EL1.Attr', 'reserved', /reserved byte/, ['WB', 'NC']],
      ['MAIR_EL1.Attr', 'WB', /asks for WB/, ['reserved', 'NC']],
      ['MemAttr[3:0]', 'reserved', /reserved encoding/, ['WB', 'NC']],
      ['MemAttr[3:0]', 'NC', /says NC/, ['reserved', 'WB']],
      ['Tagged', true, /is Tagged/, [false]],
      ['Tagged', false, /is not Tagged/, [true]],
      ['NoTagAccess', true, /not allowed/, [false]],
      ['NoTagAccess', false, /not restricted/, [true]],
      ['XS', true, /XS is 1/, [false]],
      ['XS', false, /XS is 0/, [true]],
      ['reserved encoding', 0, /no result/, [1, 2]],
      ['reserved encoding', 1, /one result\b/, [0, 2]],
      ['reserved encoding', 3, /3 results/, [0, 1]],
      ['HCR_EL2.DC', true, /off and has a default/, [false]],
      ['HCR_EL2.DC', false, /no default/, [true]],
      ['SCTLR_EL1.M', true, /is on/, [false]],
      ['SCTLR_EL1.M', false, /is off/, [true]],
      ['HPFAR_EL2 is written', true, /holds the page/, [false]],
      ['clean to PoC is needed', true, /^A clean to the PoC/, [false]],
      ['clean to PoC is needed', false, /^No clean to the PoC/, [true]],
      ['clean to PoU is needed', true, /^A clean to the PoU/, [false]],
      ['clean to PoU is needed', false, /^No clean to the PoU/, [true]],
      ['effective IDC', true, /IDC is 1/, [false]],
      ['effective IDC', false, /IDC is 0/, [true]],
      ['pin_user_pages(hva, 1, flags, &page)', 'fails', /cannot be pinned/, ['ok', 'hwpoison']],
      ['pin_user_pages(hva, 1, flags, &page)', 'ok', /is pinned/, ['fails']],
      ['!perm_fault', 'none', /no pages/, ['hyp', 'vcpu']],
      ['!perm_fault', 'hyp', /of EL2/, ['none', 'vcpu']],
      ['!perm_fault', 'vcpu', /of the vCPU/, ['none', 'hyp']],
    ],
  )('%s %s says %s', (check, answer, says, others) => {
    expect(say(check, answer)).toMatch(says);
    for (const other of others) expect(say(check, other)).not.toMatch(says);
  });

  it('is told with bits where it is a field of the descriptor', () => {
    // FEAT_XNX: XN is two bits, [54:53]; the software bits are four, [58:55]; MemAttr has four.
    const xn = 'FIELD_PREP(KVM_PTE_LEAF_ATTR_HI_S2_XN, xn)';
    expect([0, 1, 2, 3].map((value) => say(xn, value))).toEqual(
      ['00', '01', '10', '11'].map((value) => `XN[1:0] is 0b${value}.`),
    );
    expect(say('attr |= prot & KVM_PTE_LEAF_ATTR_HI_SW', 5)).toMatch(/0b0101/);
    expect(say('KVM_S2_MEMATTR(pgt, attr)', 6)).toMatch(/0b0110/);
  });

  it('names the type that is asked for; no flag is Normal cacheable', () => {
    const type = 'prot & (KVM_PGTABLE_PROT_DEVICE | KVM_PGTABLE_PROT_NORMAL_NC)';
    expect(say(type, 'none')).toMatch(/Normal cacheable/);
    expect(say(type, 'DEVICE')).toMatch(/DEVICE/);
    expect(say(type, 'DEVICE')).not.toMatch(/cacheable/);
  });

  it('names the reserved fields, joined as words', () => {
    const fields = { 's1.attr': 'reserved', 's2.sh': 'reserved' };
    expect(say('reserved encoding', 2, fields)).toContain('in s1.attr and s2.sh:');
    expect(say('reserved encoding', 2, { 's2.sh': 'reserved' })).toContain('in s2.sh:');
  });

  it('ends with what it rests on', () => {
    const over = combineStages({ s1: { attr: 4, sh: 0 }, s2: { memAttr: 6, sh: 0 }, fwb: true });
    const other = over.because.find(({ in: rule }) => rule === 'R_NSCNC');
    expect(sentence(other as Step, FULL_LANGUAGE)).toMatch(/may also .* OSH, because .*nGnRE/);
  });
});

describe('what KVM asks', () => {
  /** The sentences of a decision, as one text. */
  const told = (decision: Parameters<typeof explain>[0]) => explain(decision).join('\n');

  it('answers by what was given: flags that are set are said as set', () => {
    const fault = { vma: { vmPfnmap: true }, fwb: true, access: 'read' } as const;
    expect(told(handleFault('v7.3', { ...fault, dic: true }))).toContain('DIC is present');
    expect(told(handleFault('v7.3', { ...fault, dic: false }))).toContain('DIC is missing');
    expect(told(stage2Attributes('v7.3', { device: true, fwb: true }))).toContain(
      'Device is asked',
    );
    expect(told(pkvmMap('v7.3', { region: 'not-memory' }))).toMatch(/there is no memory/);
  });
});
