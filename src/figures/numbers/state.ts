import { parseWord, registerMeant } from '../../model/index.ts';
import type { Field, Values } from '../form/field.ts';
import { NO_YES, quoted } from '../form/field.ts';
import { exampleOf, isKind, KIND_OPTIONS, type Kind } from './kinds.ts';

/** What the figure shows: a value for each field, as an address has it. */
export type State = Values;

/** Whose table a descriptor is of. */
const REGIMES = [
  ['unknown', 'not known: both formats'],
  ['stage2', 'stage 2 of a VM (VTTBR_EL2)'],
  ['el1-0', 'stage 1 of EL1 and EL0 (TTBRn_EL1)'],
  ['el2-0', 'EL2 and EL0: a host with VHE'],
  ['el2', 'EL2: a hypervisor without VHE, pKVM'],
  ['pkvm', "stage 2 of pKVM's host"],
] as const;

const hex = (text: string): string => {
  const read = parseWord(text);
  return read.value === null ? '' : `0x${read.value.toString(16)}`;
};
const word = (text: string): { readonly value: string } | null => {
  const value = hex(text);
  return value === '' ? null : { value };
};
const wordOrNone = (text: string) => (text.trim() === '' ? { value: '' } : word(text));
const EXPECTED = 'a 64-bit value, such as 0x84448004';

/** A field that is typed: it has no list of values. */
const typed = (key: string, label: string, read: Field['read'], expected = EXPECTED): Field => ({
  key,
  label,
  shape: 'select',
  options: [],
  ...(read && { read }),
  expected,
});

/** A line that came by an address: of one line, and not long. */
const LONGEST_LINE = 300;
const lineOf = (text: string) =>
  text.length <= LONGEST_LINE && !/[\r\n]/.test(text) ? { value: text } : null;

/** The choices that stand as lists. */
export const CHOICES: Readonly<
  Record<'kind' | 'regime' | 'fwb' | 'level' | 'granule' | 'lpa2', Field>
> = {
  kind: { key: 'kind', label: 'What it is', shape: 'select', options: KIND_OPTIONS },
  regime: { key: 'regime', label: 'Whose table', shape: 'select', options: REGIMES },
  fwb: {
    key: 'fwb',
    label: 'HCR_EL2.FWB',
    shape: 'select',
    options: [
      ['unknown', 'not known: both codings'],
      ['0', '0'],
      ['1', '1'],
    ],
  },
  level: {
    key: 'level',
    label: 'Level',
    shape: 'select',
    options: ['0', '1', '2', '3'].map((level) => [level, level]),
  },
  granule: {
    key: 'granule',
    label: 'Granule',
    shape: 'select',
    options: ['4K', '16K', '64K'].map((size) => [size, size]),
  },
  lpa2: { key: 'lpa2', label: '52-bit addresses', shape: 'check', options: NO_YES },
};

/** Every field of the state, in the order of an address. */
export const FIELDS: readonly Field[] = [
  CHOICES.kind,
  typed('value', 'Value', word),
  typed('other', 'Compare with', wordOrNone),
  CHOICES.regime,
  CHOICES.fwb,
  CHOICES.level,
  CHOICES.granule,
  CHOICES.lpa2,
  typed('mair', 'MAIR_ELx', word),
  typed('hpfar', 'HPFAR_EL2', word),
  typed('far', 'FAR_EL2', word),
  typed('line', 'Line', lineOf, 'one line of a page-table dump'),
  typed('other-hpfar', 'Compare HPFAR_EL2 with', wordOrNone),
  typed('other-far', 'Compare FAR_EL2 with', wordOrNone),
  typed('other-line', 'Compare with the line', lineOf, 'one line of a page-table dump'),
];

/** What numbers and lines are compared with: nothing. */
const NOTHING_COMPARED = { other: '', 'other-hpfar': '', 'other-far': '', 'other-line': '' };

/** The figure as the page comes. The line is of the documentation of Linux (ptdump.rst). */
export const PRESET: State = {
  kind: 'leaf',
  value: exampleOf('leaf'),
  regime: 'unknown',
  fwb: 'unknown',
  level: '3',
  granule: '4K',
  lpa2: '0',
  mair: exampleOf('MAIR_EL1'),
  hpfar: '0x90000',
  far: '0xffff800000123018',
  line: '0xffff800008200000-0xffff800008e00000 12M PTE ro x SHD AF CON UXN MEM/NORMAL',
  ...NOTHING_COMPARED,
};

/** The kind of a state. */
export const kindOf = (state: State): Kind => {
  const { kind = 'leaf' } = state;
  return isKind(kind) ? kind : 'leaf';
};

/** The fields that a kind reads; the others say nothing and stand in no address. */
export function keysOf(state: State): ReadonlySet<string> {
  const kind = kindOf(state);
  if (kind === 'ptdump') return new Set(['kind', 'line', 'other-line']);
  const keys = ['kind', 'value', 'other'];
  if (kind === 'fault') keys.push('hpfar', 'far', 'other-hpfar', 'other-far');
  if (kind === 'leaf') {
    keys.push('regime', 'level', 'granule', 'lpa2');
    if (readsStage2(state)) keys.push('fwb');
    if (readsStage1(state)) keys.push('mair');
  }
  return new Set(keys);
}

/** The descriptor is read as one of stage 2. */
export const readsStage2 = ({ regime = '' }: State): boolean =>
  regime === 'unknown' || regime === 'stage2' || regime === 'pkvm';

/** The descriptor is read as one of stage 1. */
export const readsStage1 = ({ regime = '' }: State): boolean =>
  regime === 'unknown' || regime.startsWith('el');

/** Another kind begins with a value of its own. */
export function withKind(state: State, kind: Kind): State {
  return { ...state, kind, value: exampleOf(kind), ...NOTHING_COMPARED };
}

/** What was typed into the field for a number: the next state, or a line that says what is wrong. */
export interface Taken {
  readonly state: State;
  /** What the reader should know of how it was read; empty where there is nothing. */
  readonly note: string;
  /** The other number that the same digits can be, as 0x and digits. */
  readonly decimal: string | null;
  readonly problem: string;
}

const NAMED =
  /^\s*["'`]?((?:SYS_)?[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+|[A-Za-z]{3,5}R2?)["'`]?\s*(?:=|:|\s)\s*(\S.*)$/;

/** Takes what stands in the field `key`: a number in any spelling, also behind the name of its register. */
export function take(state: State, key: string, text: string): Taken {
  const kept = (problem: string): Taken => ({ state, note: '', decimal: null, problem });
  if (key === 'line' || key === 'other-line') {
    const line = text.replace(/[\r\n]+/g, ' ').slice(0, LONGEST_LINE);
    return {
      state: { ...state, [key]: line.trim() === '' && key !== 'line' ? '' : line },
      note: '',
      decimal: null,
      problem: '',
    };
  }
  if (text.trim() === '' && key.startsWith('other'))
    return { state: { ...state, [key]: '' }, note: '', decimal: null, problem: '' };
  const [, name = '', rest = ''] = key === 'value' ? (NAMED.exec(text.slice(0, 300)) ?? []) : [];
  const { register } = name === '' ? { register: null } : registerMeant(name);
  const read = parseWord(register === null ? text : rest);
  if (read.value === null) {
    const what = text.trim() === '' ? 'Nothing' : quoted(text.trim());
    const meant =
      read.meant.length > 0 ? `; write ${read.meant.join(' or ')} if that is meant` : '';
    return kept(
      `${what} is no 64-bit value; expected hex digits, such as 0x84448004${meant}. The figure keeps ${state[key]}.`,
    );
  }
  const value = `0x${read.value.toString(16)}`;
  const kind = register === null ? kindOf(state) : kindNamed(register);
  const next = {
    ...(kind === kindOf(state) ? state : withKind(state, kind)),
    [keyNamed(register, key)]: value,
  };
  return {
    state: next,
    note: kind === kindOf(state) ? '' : `Read as ${register}, by its name.`,
    decimal:
      read.decimal === null || read.decimal === read.value
        ? null
        : `0x${read.decimal.toString(16)}`,
    problem: '',
  };
}

const FAULT_KEYS: Readonly<Record<string, string>> = { HPFAR_EL2: 'hpfar', FAR_EL2: 'far' };
const keyNamed = (register: string | null, key: string): string =>
  register === null ? key : (FAULT_KEYS[register] ?? key);

const kindNamed = (register: string): Kind => (isKind(register) ? register : 'fault');
