import {
  LEAF_DEFAULTS,
  MAIR_EL1,
  registerFields,
  stage1LeafOf,
  stage2LeafOf,
  type BitField,
} from '../../model/index.ts';
import { callOf, testText } from '../foot/test-text.ts';
import type { Brought } from './brought.ts';
import { faultsOf } from './faults-of.ts';
import { eachFwb, groupsOf, otherOf, placeOf, regimeOf, wordOf } from './readings.ts';
import { kindOf, readsStage1, readsStage2, type State } from './state.ts';

/** A decoder with what it is asked, and what it answers. */
type Case = readonly [decoder: string, args: readonly unknown[], says: object];

/** asTest is the numbers of a state as a test for Vitest: each decoder of the model, and the fields it gives. */
export function asTest(brought: Brought, state: State, link: string): string {
  const cases = casesOf(brought, state);
  return testText({
    names: cases.map(([decoder]) => decoder),
    about: ['A number taken apart', link],
    rows: cases.map(([decoder, args, says]) => [callOf(decoder, args), says]),
    by: 'toMatchObject',
  });
}

function casesOf(brought: Brought, state: State): readonly Case[] {
  const { rules, faults, dump } = brought;
  const kind = kindOf(state);
  switch (kind) {
    case 'ptdump':
      return dump === null
        ? []
        : given(state, ['line', 'other-line']).map((line) => dumpCase(line, dump.readPtdump(line)));
    case 'leaf':
      return leafCases(state);
    case 'fault':
      return [
        ...(faults === null ? [] : faultsOf(state).map((one) => faultCase(one, faults))),
        ...registerCases(state, rules),
      ];
    default:
      return registerCases(state, rules);
  }
}

const given = (state: State, keys: readonly string[]): readonly string[] =>
  keys.map((key) => state[key] ?? '').filter((text) => text !== '');

const shown = (fields: readonly BitField[]): object => ({
  fields: fields.map(({ name, bits, hex, meaning }) => ({ name, bits, hex, meaning })),
});

type Dump = NonNullable<Brought['dump']>;
const dumpCase = (line: string, read: ReturnType<Dump['readPtdump']>): Case => {
  const { stage, from, to, level, unknown, fields } = read;
  const said = fields.map(({ name, word, says }) => ({ name, word, says }));
  return ['readPtdump', [line], { stage, from, to, level, unknown, fields: said }];
};

type Faults = NonNullable<Brought['faults']>;
function faultCase(
  { esr, hpfar, far }: ReturnType<typeof faultsOf>[number],
  { stage2FaultOf }: Faults,
): Case {
  const words = { esr: BigInt(esr), hpfar: BigInt(hpfar), far: BigInt(far) };
  const { access, fault, level, onStage1Walk, ipa, ipaPage, va } = stage2FaultOf(words);
  const says = { access, fault, level, onStage1Walk, ipa, ipaPage, va };
  return ['decodeStage2Fault', [words], says];
}

/** Each register of the state, and the one with which it is compared. */
const registerCases = (state: State, rules: Brought['rules']): readonly Case[] =>
  groupsOf(state, rules).flatMap(({ key, name, read }) =>
    [...given(state, [key]).map(BigInt), otherOf(state, key)]
      .filter((word) => word !== null)
      .map((word): Case => ['decodeRegister', [name, word], shown(read(word)[0]?.fields ?? [])]),
  );

/** The descriptor by each format in which it is read; MAIR_ELx beside stage 1, whose types it has. */
function leafCases(state: State): readonly Case[] {
  const place = placeOf(state);
  const words = given(state, ['value', 'other']).map(BigInt);
  const options = { ...LEAF_DEFAULTS, ...place };
  const s2 = words.flatMap((word) =>
    eachFwb(state).map((one): Case => {
      const fwb = one === '1';
      const { fields } = stage2LeafOf(word, { ...options, fwb });
      return ['decodeStage2Leaf', [word, { fwb, ...place }], shown(fields)];
    }),
  );
  const regime = regimeOf(state);
  const mair = wordOf(state, 'mair');
  const s1 = words.map((word): Case => {
    const { fields } = stage1LeafOf(word, { ...options, regime });
    return ['decodeStage1Leaf', [word, { regime, ...place }], shown(fields)];
  });
  const types = shown(registerFields(MAIR_EL1, mair).fields);
  return [
    ...(readsStage2(state) ? s2 : []),
    ...(readsStage1(state) ? [...s1, ['decodeRegister', ['MAIR_EL1', mair], types] as const] : []),
  ];
}
