import {
  attrIndxName,
  LEAF_DEFAULTS,
  MAIR_EL1,
  registerFields,
  stage1LeafOf,
  stage2LeafOf,
  fieldNamed,
  type BitField,
  type BitFinding,
  type Granule,
  type RegisterName,
  type Stage1Regime,
} from '../../model/index.ts';
import type { Rules } from './rules/rules.ts';
import { kindOf, readsStage1, readsStage2, type State } from './state.ts';

/** One way to read a number. */
export interface Reading {
  /** What it assumes, such as FWB 1; empty where there is one way only. */
  readonly title: string;
  /** The number as a whole, in a few words; empty where its fields say all. */
  readonly says: string;
  readonly fields: readonly BitField[];
  readonly findings: readonly BitFinding[];
}

/** A number with the ways to read it that have the same fields. */
export interface Group {
  /** The field of the state that holds the number. */
  readonly key: 'value' | 'hpfar' | 'far';
  /** What it is read as. */
  readonly name: string;
  readonly readings: readonly Reading[];
  /** The same number otherwise, for a field that is tried or a number that is compared. */
  readonly read: (word: bigint) => readonly Reading[];
  /** The place in the manual that defines the fields. */
  readonly place: string;
}

/** A field of the state as a number. */
export const wordOf = (state: State, key: string): bigint => {
  const text = state[key] ?? '';
  return /^0x[0-9a-f]{1,16}$/.test(text) ? BigInt(text) : 0n;
};

/** The number with which one is compared; null where none is. */
export function otherOf(state: State, key: Group['key']): bigint | null {
  const name = key === 'value' ? 'other' : `other-${key}`;
  return (state[name] ?? '') === '' ? null : wordOf(state, name);
}

const group = (
  state: State,
  key: Group['key'],
  name: string,
  place: string,
  read: Group['read'],
): Group => ({ key, name, place, read, readings: read(wordOf(state, key)) });

/** The groups of a state, by the rules that are here; none for a line of a dump, which is no number. */
export function groupsOf(state: State, rules: Rules): readonly Group[] {
  const kind = kindOf(state);
  switch (kind) {
    case 'ptdump':
      return [];
    case 'leaf':
      return leafGroups(state);
    case 'fault':
      return [
        ...register(state, 'value', 'ESR_EL2', rules),
        ...register(state, 'hpfar', 'HPFAR_EL2', rules),
        ...register(state, 'far', 'FAR_EL2', rules),
      ];
    default:
      return register(state, 'value', kind, rules);
  }
}

function register(state: State, key: Group['key'], name: RegisterName, rules: Rules): Group[] {
  const spec = rules[name];
  if (spec === undefined) return [];
  const read = (word: bigint): Reading[] => {
    const { fields, findings } = registerFields(spec, word);
    return [{ title: '', says: spec.title, fields, findings }];
  };
  return [group(state, key, name, name, read)];
}

function leafGroups(state: State): Group[] {
  const groups: Group[] = [];
  if (readsStage2(state))
    groups.push(
      group(state, 'value', 'As a descriptor of stage 2', 'table D8-53 of issue L.b', (word) =>
        stage2(state, word),
      ),
    );
  if (readsStage1(state))
    groups.push(
      group(
        state,
        'value',
        'As a descriptor of stage 1',
        'table D8-52 (R_JJNHR) of issue L.b',
        (word) => stage1(state, word),
      ),
    );
  return groups;
}

/** The level that the granule has: with 64K there is none above 1. */
export function placeOf(state: State): { level: number; granule: Granule; lpa2: boolean } {
  const granule = (state['granule'] ?? '4K') as Granule;
  const level = Math.max(Number(state['level']), granule === '64K' ? 1 : 0);
  return { level, granule, lpa2: state['lpa2'] === '1' };
}

/** FWB as the state has it; both where it is not known. */
export const eachFwb = ({ fwb = '' }: State): readonly string[] =>
  fwb === '0' || fwb === '1' ? [fwb] : ['1', '0'];

function stage2(state: State, word: bigint): Reading[] {
  return eachFwb(state).map((one) => {
    const leaf = stage2LeafOf(word, { ...LEAF_DEFAULTS, ...placeOf(state), fwb: one === '1' });
    const memory = fieldNamed(leaf.fields, 'MemAttr[3:0]')?.meaning;
    return {
      title: `FWB ${one}`,
      says: sayLeaf(leaf.type, leaf.outputAddress ?? leaf.nextTable, memory),
      fields: leaf.fields,
      findings: leaf.findings,
    };
  });
}

const REGIMES: Readonly<Record<string, Stage1Regime>> = {
  'el1-0': 'EL1&0',
  'el2-0': 'EL2&0',
  el2: 'EL2',
};

/** The regime of stage 1 that is read; where none is known, that of a guest or of a host without VHE. */
export const regimeOf = (state: State): Stage1Regime => REGIMES[state['regime'] ?? ''] ?? 'EL1&0';

function stage1(state: State, word: bigint): Reading[] {
  const regime = regimeOf(state);
  const leaf = stage1LeafOf(word, { ...LEAF_DEFAULTS, ...placeOf(state), regime });
  const mair = registerFields(MAIR_EL1, wordOf(state, 'mair')).fields;
  const typeOf = (index: number): string => {
    const byte = fieldNamed(mair, `Attr${index}`);
    const linux = index < 5 ? `; ${attrIndxName(index)} in Linux` : '';
    return `byte ${index}, ${byte?.hex ?? ''}: ${byte?.meaning ?? ''}${linux}`;
  };
  const fields = leaf.fields.map((field) =>
    field.name === 'AttrIndx[2:0]' ? { ...field, meaning: typeOf(field.value ?? 0) } : field,
  );
  const memory = leaf.attrIndx === null ? undefined : typeOf(leaf.attrIndx);
  return [
    {
      title: regime,
      says: sayLeaf(leaf.type, leaf.outputAddress ?? leaf.nextTable, memory),
      fields,
      findings: leaf.findings,
    },
  ];
}

function sayLeaf(type: string, address: string | null, memory: string | undefined): string {
  const at = address === null ? '' : ` at 0x${BigInt(address).toString(16)}`;
  const what = type === 'invalid-descriptor' ? 'not valid: an access faults' : type;
  return `${what}${at}${memory === undefined ? '' : `, ${memory}`}`;
}
