import { kernelMeant, type Kernel } from '../../model/index.ts';
import type { HNode } from '../show/node.ts';
import type { Bit, ListedCpu } from '../tables/listed-cpu.ts';
import type { HostFacts } from './state.ts';

/** What its CPUs may have. */
export interface Features {
  readonly fwb: boolean;
  readonly dic: boolean;
}

/** One host that the known facts leave possible. */
export interface Possible extends Features {
  readonly kernel: Kernel;
}

/** What the model answers on a possible host about a cacheable VM_PFNMAP mapping outside of RAM. */
export interface Answered extends Possible {
  readonly capability: string;
  readonly slot: string;
  readonly fault: string;
  readonly maintenance: string;
}

/** The same as `answerTable` has it: the maintenance where IDC is 0, and where it is 1. */
export interface AnswerRow extends Omit<Answered, 'maintenance'> {
  readonly maintenance: readonly [string, string];
}

/** How a move ends: as one line for the eye and for the ear, and moment by moment. */
export interface MoveEnd {
  readonly chip: HNode;
  readonly said: string;
  readonly nodes: readonly HNode[];
}

/** How moves end between the hosts of a list of answers. */
export interface MoveTable {
  readonly ends: readonly MoveEnd[];
  /** The end by the places of both hosts in the list. */
  readonly of: readonly (readonly number[])[];
}

/** What a page has of hosts: the list of CPUs, and what the model answers on every host and to every move. */
export interface HostData {
  readonly cpus: readonly ListedCpu[];
  readonly answers: readonly AnswerRow[];
  readonly moves: MoveTable;
}

const both = (bit: Bit): readonly boolean[] => (bit === null ? [true, false] : [bit === 1]);

/** Both values of a bit that nobody has read. */
export const featuresOf = ({ told }: HostFacts): readonly Features[] =>
  both(told.fwb.bit).flatMap((fwb) => both(told.dic.bit).map((dic) => ({ fwb, dic })));

/** The rows of the hosts that what is known leaves open. */
export const rowsOf = (facts: HostFacts, rows: readonly AnswerRow[]): readonly AnswerRow[] => {
  const { rules } = kernelMeant(facts.kernel);
  const fits = (told: Bit, has: boolean): boolean => both(told).includes(has);
  return rows.filter(
    ({ kernel, fwb, dic }) =>
      (rules === null || kernel === rules) &&
      fits(facts.told.fwb.bit, fwb) &&
      fits(facts.told.dic.bit, dic),
  );
};

/** What each possible host answers; the maintenance both ways where IDC decides and is not known. */
export const answersOf = (facts: HostFacts, rows: readonly AnswerRow[]): readonly Answered[] =>
  rowsOf(facts, rows).map((row) => {
    const due = both(facts.told.idc.bit).map((idc) => row.maintenance[idc ? 1 : 0]);
    return { ...row, maintenance: [...new Set(due)].join(' or ') };
  });
