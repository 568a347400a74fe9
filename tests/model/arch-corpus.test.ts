import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accessAttributes,
  combineStages,
  decodeStage2Fault,
  maintenanceNeeded,
  stage1Attributes,
  type Step,
} from 'stage-two';
import { FULL_LANGUAGE } from '../../src/model/explain/full-language.ts';
import { sentence } from '../../src/model/explain/sentence.ts';
import { ARCH } from './support/samples.ts';
import { ambiguous, isTold } from './support/steps.ts';

const bits = (n: number) => fc.integer({ min: 0, max: 2 ** n - 1 });
const s1 = fc.record({ attr: bits(8), sh: bits(2) });
const s2 = fc.record({ memAttr: bits(4), sh: bits(2), fnxs: fc.boolean() });
const flags = (...names: string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, fc.boolean()])));
const stage1 = fc.record({
  access: fc.constantFrom('data', 'instruction'),
  sctlr: flags('m', 'c', 'i'),
  hcr: flags('fwb', 'dc', 'dct', 'cd', 'id'),
  s1,
});
const both = fc.tuple(stage1, fc.record({ s2, mtePerm: fc.boolean() }));
const levels = fc.record({ loc: bits(3), louu: bits(3), louis: bits(3) }, { requiredKeys: [] });
const page = flags('fwb', 'idc', 'dic', 'executable', 'cacheableWrites');
const esr = fc.tuple(fc.constantFrom(0x24n, 0x20n, 0x25n, 0x16n), bits(25));

const SAMPLE = { numRuns: 1500, seed: 1 };
const sampled = <T, Answer>(inputs: fc.Arbitrary<T>, ask: (input: never) => Answer): Answer[] =>
  fc.sample(inputs, SAMPLE).map((input) => ask(input as never));

interface Explained {
  readonly because: readonly Step[];
}

const combine = fc.record({ s1, s2, fwb: fc.boolean(), mtePerm: fc.boolean() });
const access = both.map(([controls, rest]) => ({ ...controls, ...rest }));
const maintenance = fc
  .tuple(page, levels, bits(4))
  .map(([flagged, clidr, memAttr]) => ({ ...flagged, ...clidr, memAttr }));
const fault = esr.map(([ec, iss]) => ({ esr: (ec << 26n) | BigInt(iss), hpfar: 0n, far: 0n }));

const ANSWERS: readonly (readonly [string, () => readonly Explained[]])[] = [
  ['combineStages', () => sampled(combine, combineStages)],
  ['stage1Attributes', () => sampled(stage1, stage1Attributes)],
  ['accessAttributes', () => sampled(access, accessAttributes)],
  ['maintenanceNeeded', () => sampled(maintenance, maintenanceNeeded)],
  ['decodeStage2Fault', () => sampled(fault, decodeStage2Fault)],
];

describe.each(ANSWERS)('the steps of %s', (_name, answers) => {
  it('name a check, a rule or a field, and a source, and have words', () => {
    const steps = answers().flatMap(({ because }) => because);
    expect(steps.length).toBeGreaterThan(SAMPLE.numRuns);
    expect(steps.filter((step) => !isTold(step))).toEqual([]);
  });

  it('say each input, and each value of it in other words', () => {
    const said = new Map<string, string>();
    const wrong = new Set<string>();
    for (const { because } of answers())
      for (const { inputs } of because)
        for (const [name, value] of Object.entries(inputs)) {
          // The field of a register is its own name.
          if (value === null || name.includes('.')) continue;
          const words = FULL_LANGUAGE.wordsOf(name)?.(value) ?? '';
          const known = said.get(`${name}: ${words}`) ?? String(value);
          if (!/^\S+( \S+)*$/.test(words) || known !== String(value))
            wrong.add(`${name} ${String(value)}: ${words}`);
          said.set(`${name}: ${words}`, known);
        }
    expect([...wrong]).toEqual([]);
  });

  it('are sentences, and tell different answers in different words', () => {
    const said = new Map<string, string>();
    const wrong = new Set<string>();
    for (const step of answers().flatMap(({ because }) => because)) {
      const text = sentence(step, FULL_LANGUAGE);
      const key = `${step.check} ${JSON.stringify(step.inputs)}: ${text}`;
      const known = said.get(key) ?? String(step.answer);
      const whole = /^[A-Z]\S* \S.*[^ ]\.$/.test(text) && !/ {2}| ,|undefined/.test(text);
      if (!whole || known !== String(step.answer)) wrong.add(text);
      said.set(key, known);
    }
    expect([...wrong]).toEqual([]);
  });

  it('determine their answers by their inputs and the answers before', () => {
    const pairs = answers().flatMap(({ because }) =>
      because.map(({ check, in: where, inputs, answer }, i) => {
        const before = because.slice(0, i).map((step) => [step.check, step.answer]);
        return [[before, where, check, inputs], answer] as const;
      }),
    );
    // 'mixed' does not tell the two halves, nor 'reserved' what it may act as.
    const told = pairs.filter(([key]) => !/mixed|reserved/.test(JSON.stringify(key)));
    expect(ambiguous(told)).toEqual([]);
  });

  it('have exactly one that decides', () => {
    const deciding = answers().map(
      ({ because }) => because.filter(({ decides }) => decides).length,
    );
    expect(new Set(deciding)).toEqual(new Set([1]));
  });
});

describe.each(ARCH.map((sample) => [sample.name, sample] as const))(
  'the answer of %s to bad input',
  (_name, { ask, input }) => {
    it('has the fields of every answer, all of them empty', () => {
      const { error, kind, source: _source, ...refused } = ask(null) as Record<string, unknown>;
      const names = Object.keys({ error, ...ask(input) });
      expect(Object.keys(ask(null)).sort()).toEqual(names.sort());
      const filled = Object.entries(refused).filter(
        ([, value]) => ![null, false, 'invalid'].includes(value as null) && String(value) !== '',
      );
      expect([typeof error, typeof kind, filled]).toEqual(['object', 'string', []]);
    });
  },
);
