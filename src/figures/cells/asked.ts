import {
  cacheToggle,
  checkExtension,
  combineStages,
  decodeMairAttr,
  decodeRegister,
  decodeStage2MemAttr,
  explore,
  GUEST_S1S,
  handleFault,
  icacheRange,
  KERNELS,
  maintenanceNeeded,
  POLICIES,
  policySpace,
  PROPERTIES,
  QUESTIONS,
  setWayTrap,
  survivesMigration,
  vcpuInit,
} from '../../model/index.ts';
import { faultOf } from '../decide/case.ts';
import { inputOf } from '../migration/case.ts';
import { LEAVES, LINES } from '../tables/icache-range.ts';
import { CODINGS } from '../tables/stage2.ts';
import { MEM_ATTRS } from '../combine/stages.ts';
import type { AskedTable, State, TestedFigure } from './commands.ts';

/** What the model is asked with, by its name. */
export const CALLS = {
  cacheToggle,
  checkExtension,
  combineStages,
  decodeMairAttr,
  decodeRegister,
  decodeStage2MemAttr,
  explore,
  handleFault,
  icacheRange,
  maintenanceNeeded,
  policySpace,
  setWayTrap,
  survivesMigration,
  vcpuInit,
} as const;
export type Call = keyof typeof CALLS;

/** A question to the model, as a program asks it. */
export interface Asked {
  readonly call: Call;
  readonly args: readonly unknown[];
}

const BITS = [false, true] as const;
const HOSTS = ['0', '1'].flatMap((fwb) => ['0', '1'].map((dic) => ({ fwb, dic })));
const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

/** MemAttr as a link has it: four bits, with `0b` or without. */
const bits = (text = ''): number => Number(`0b${text.replace(/^0b/, '')}`);
const isPolicy = (name: string): boolean => POLICIES.some((one) => one.name === name);

const isGuest = (name = ''): boolean => GUEST_S1S.some((one) => one === name);

const page = ({ policy = '', fwb, dic, vma = 'cacheable', guest }: State, property: string) => ({
  call: 'explore' as const,
  args: [{ policy, host: { fwb: fwb === '1', dic: dic === '1' }, vma, guestS1: guest, property }],
});

/** What a figure asks in a state, by the name of its element. */
const FIGURES: Readonly<Record<TestedFigure, (state: State) => readonly Asked[]>> = {
  combine: ({ s1, s2, fwb }) => [
    {
      call: 'combineStages',
      args: [{ s1: { attr: Number(s1) }, s2: { memAttr: bits(s2) }, fwb: fwb === '1' }],
    },
  ],
  decide: (state) => [{ call: 'handleFault', args: [state['kernel'], faultOf(state)] }],
  'break-it': (state) =>
    isPolicy(state['policy'] ?? '') ? PROPERTIES.map((one) => page(state, one)) : [],
  stepper: (state) => [page(state, state['property'] ?? '')],
  verdicts: (state) =>
    POLICIES.flatMap(({ name: policy }) =>
      HOSTS.flatMap((host) =>
        GUEST_S1S.filter((one) => !isGuest(state['guest']) || one === state['guest']).map((guest) =>
          page({ policy, ...host, vma: state['vma'] ?? 'cacheable', guest }, 'noLeak'),
        ),
      ),
    ),
  space: () => [{ call: 'policySpace', args: [] }],
  migration: (state) => [{ call: 'survivesMigration', args: [inputOf(state)] }],
  decode: ({ of = '', value = '' }) =>
    of === 'byte'
      ? [{ call: 'decodeMairAttr', args: [Number(value)] }]
      : [{ call: 'decodeRegister', args: [of, BigInt(value)] }],
  'asking-the-host': ({ kernel, on, fwb, dic, protected: shut }) => {
    const vmFd = on !== 'file';
    const input = { fwb: fwb === '1', dic: dic === '1', vmFd, protectedVm: vmFd && shut === '1' };
    return [{ call: 'checkExtension', args: [kernel, input] }];
  },
  leak: () => [page({ ...LEAK, fwb: '0', dic: '0' }, 'noLeak')],
  'leak-by-host': ({ fwb = '', dic = '' }) => [page({ ...LEAK, fwb, dic }, 'noLeak')],
};

/** The founding case. */
const LEAK = { policy: 'fallback-to-device', guest: 'wb' };

const fromKernels = (call: Call, inputs: readonly object[]): readonly Asked[] =>
  KERNELS.flatMap((kernel) => inputs.map((input) => ({ call, args: [kernel, input] })));

/** Every input over flags. */
const over = (names: readonly string[]): readonly Record<string, boolean>[] =>
  names.reduce<Record<string, boolean>[]>(
    (all, name) => all.flatMap((one) => BITS.map((bit) => ({ ...one, [name]: bit }))),
    [{}],
  );

const flagsOf = (question: 'checkExtension' | 'setWayTrap' | 'cacheToggle' | 'vcpuInit') =>
  fromKernels(question, over(QUESTIONS[question].fields.map(({ name }) => name)));

/** What a table of the model was computed from, by the first part of the ids of its rows. */
const TABLES: Readonly<Record<AskedTable, () => readonly Asked[]>> = {
  mair: () => BYTES.map((byte) => ({ call: 'decodeMairAttr', args: [byte] })),
  memattr: () =>
    MEM_ATTRS.flatMap((memAttr) =>
      CODINGS.map((coding) => ({ call: 'decodeStage2MemAttr' as const, args: [memAttr, coding] })),
    ),
  cap: () => flagsOf('checkExtension'),
  'cap-all': () => flagsOf('checkExtension'),
  trap: () => (['setWayTrap', 'cacheToggle', 'vcpuInit'] as const).flatMap(flagsOf),
  cmo: () =>
    over(['fwb', 'idc', 'dic', 'executable']).map((host) => ({
      call: 'maintenanceNeeded',
      args: [host],
    })),
  icache: () =>
    BITS.flatMap((aliasing) =>
      LEAVES.flatMap(({ pageShift, leaves }) =>
        leaves.flatMap((mapShift) =>
          LINES.map((lineShift) => ({
            call: 'icacheRange' as const,
            args: [KERNELS.at(-1), { aliasing, pageShift, mapShift, lineShift, dic: false }],
          })),
        ),
      ),
    ),
};

/** The questions of a figure or of a table; none where the model has no single answer for it. */
export function askedBy(kind: string, state: State): readonly Asked[] {
  if (isIn(FIGURES, kind)) return FIGURES[kind](state);
  return isIn(TABLES, kind) ? TABLES[kind]() : [];
}

const isIn = <Key extends string>(all: Readonly<Record<Key, unknown>>, key: string): key is Key =>
  Object.hasOwn(all, key);
