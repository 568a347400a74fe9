import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAINTENANCE_FIELDS } from '../../src/model/arch/maintenance/input.ts';
import { FULL_LANGUAGE } from '../../src/model/explain/full-language.ts';
import { showStep } from '../../src/model/explain/show-step.ts';
import { sentence } from '../../src/model/explain/sentence.ts';
import { groupBy } from '../../src/figures/tables/group-by.ts';
import { maintenanceNeeded, type Step } from 'stage-two';
import { answer, asked, inputs } from './support/inputs.ts';

/** Told although every answer of the other kind had them too: each says how the other is to be read. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'accesses may go around the caches': ['HCR_EL2.FWB', 's2MemAttr'],
};

/** So many answers of a kind before a value that all of them share counts as needed. */
const ENOUGH = 40;

const maintained = inputs(MAINTENANCE_FIELDS).map((input) => maintenanceNeeded(input as never));
const steps = [
  ...fc
    .sample(asked, { numRuns: 40_000, seed: 16 })
    .flatMap(({ question, kernel, input }) => answer(question, kernel, input).because),
  ...fc.sample(maintained, { numRuns: 3000, seed: 16 }).flatMap(({ because }) => because),
].filter(({ answer: said }) => typeof said === 'boolean');
const byCheck = groupBy(steps, ({ check }) => check);

/** Inputs with the one value that all of some steps have, where other steps of the check have others. */
function shared(some: readonly Step[], all: readonly Step[]): [string, unknown][] {
  const names = [...new Set(all.flatMap(({ inputs: own }) => Object.keys(own)))];
  return names.flatMap((name): [string, unknown][] => {
    const values = new Set(some.map(({ inputs: own }) => own[name]));
    const [only] = values;
    const varies = all.some(({ inputs: own }) => own[name] !== only);
    return values.size === 1 && only !== undefined && only !== null && varies ? [[name, only]] : [];
  });
}

describe.each([
  ['yes', true],
  ['no', false],
] as const)('a %s', (kind, value) => {
  it('has what its check says that it needs', () => {
    const broken = steps.filter(({ check, answer: said, inputs: own }) => {
      const needs = FULL_LANGUAGE.phraseOf(check)?.needs?.[kind] ?? {};
      return said === value && Object.entries(needs).some(([name, one]) => own[name] !== one);
    });
    expect(broken).toEqual([]);
  });

  it('lends no reason to the other answer', () => {
    const lent = byCheck.flatMap((all) => {
      const check = all[0]?.check ?? '';
      const own = all.filter(({ answer: said }) => said === value);
      const others = all.filter(({ answer: said }) => said !== value);
      if (own.length < ENOUGH) return [];
      const needs = FULL_LANGUAGE.phraseOf(check)?.needs?.[kind] ?? {};
      return shared(own, all)
        .filter(([name]) => !(name in needs) && !TOLD[check]?.includes(name))
        .filter(([name, one]) =>
          // It is told as a reason only where something else is there to tell.
          others.some(
            ({ inputs: have }) =>
              have[name] === one &&
              Object.entries(have).some(
                ([other, also]) => other !== name && other !== 'vma' && also !== null,
              ),
          ),
        )
        .map(([name, one]) => `${check}: ${name} is ${String(one)}`);
    });
    expect(lent).toEqual([]);
  });
});

describe('the reasons of an answer', () => {
  const told = (because: readonly Step[], check: string) =>
    sentence(because.find((step) => step.check === check) as Step, FULL_LANGUAGE);

  it('leave out what speaks for the other one', () => {
    const { because } = maintenanceNeeded({ fwb: true, idc: false, dic: false });
    expect(told(because, 'clean to PoC is needed')).toBe(
      'No clean to the PoC remains, because no access goes around the caches.',
    );
    const step = because.find(({ check }) => check === 'clean to PoC is needed') as Step;
    expect(showStep(step, FULL_LANGUAGE).inputs).toBe('no access goes around the caches');
    expect(told(because, 'effective IDC')).toBe(
      'The effective IDC is 1, because HCR_EL2.FWB is 1.',
    );
  });

  it('are all there where each of them speaks for it', () => {
    const { because } = maintenanceNeeded({ fwb: false, idc: false, dic: false });
    expect(told(because, 'clean to PoC is needed')).toBe(
      'A clean to the PoC remains, because accesses may go around the caches and somebody wrote through a cacheable mapping.',
    );
  });
});
