import {
  exportQuestion,
  GUEST_S1S,
  HOSTS,
  POLICIES,
  PROPERTIES,
  promelaOf,
  situation,
  verdicts,
  VMA_KINDS,
  type Property,
  type Setup,
} from '../../model/index.ts';
import { sha256 } from '../hash.ts';

/** A set-up with what the machine says of it. */
export interface Judged {
  /** A row that leads to it, in words. */
  readonly row: string;
  readonly setup: Setup;
  /** Properties that break. */
  readonly broken: readonly Property[];
}

/** A question that breaks, as a program of its own. */
export interface Counterexample {
  readonly row: string;
  readonly property: Property;
  /** The program without its remarks. */
  readonly text: string;
  /** How many steps the shortest way has. */
  readonly steps: number;
}

/** What Spin said, as recorded. Plain data. */
export interface SpinRecord {
  readonly tool: 'Spin';
  readonly version: string;
  /** The day of the run. */
  readonly date: string;
  /** All set-ups in one search: each with what breaks, by the machine's own names. */
  readonly setups: readonly {
    readonly row: string;
    readonly sum: string;
    readonly broken: readonly string[];
  }[];
  /** Of that search. */
  readonly states: number;
  readonly transitions: number;
  /** Each counterexample alone: the program by its sum, and how many steps Spin's way has; null: it found none. */
  readonly programs: readonly {
    readonly row: string;
    readonly property: string;
    readonly sum: string;
    readonly steps: number | null;
  }[];
}

/** Every policy on every host, VMA and guest. */
const ROWS = POLICIES.flatMap((policy) =>
  HOSTS.flatMap((host) =>
    VMA_KINDS.flatMap((vma) => GUEST_S1S.map((guestS1) => ({ policy, host, vma, guestS1 }))),
  ),
);

/** The set-ups that differ, in the order of the rows that lead to them. */
export function judgedSetups(): Judged[] {
  const { rows } = verdicts();
  const found = new Map<string, Judged>();
  for (const [i, input] of ROWS.entries()) {
    const setup = situation(input);
    const row = rows[i];
    if ('code' in setup || row === undefined || found.has(JSON.stringify(setup))) continue;
    const broken = PROPERTIES.filter((property) => row[property] === false);
    found.set(JSON.stringify(setup), { row: inWords(input), setup, broken });
  }
  return [...found.values()];
}

/** Every way to a break that differs, as a program. */
export function counterexamples(): Counterexample[] {
  const found = new Map<string, Counterexample>();
  const known = new Set<string>();
  for (const input of ROWS) {
    const setup = situation(input);
    if ('code' in setup || known.has(JSON.stringify(setup))) continue;
    known.add(JSON.stringify(setup));
    for (const property of PROPERTIES) {
      const { holds, steps } = exportQuestion({ ...input, property }, 'promela');
      if (holds !== false) continue;
      const text = promelaOf(setup, property, []);
      if (!found.has(text))
        found.set(text, { row: inWords(input), property, text, steps: steps.length });
    }
  }
  return [...found.values()];
}

/** The first letters of the sum of a text or of a set-up, enough to tell that it has changed. */
export const sumOf = (what: unknown): string => {
  const text = typeof what === 'string' ? what : JSON.stringify(what);
  return [...sha256(text).subarray(0, 6)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
};

function inWords({ policy, host, vma, guestS1 }: (typeof ROWS)[number]): string {
  const bit = (on: boolean) => (on ? 1 : 0);
  return `${policy.name}, FWB ${bit(host.fwb)}, DIC ${bit(host.dic)}, VMA ${vma}, guest ${guestS1}`;
}

const AGAIN = 'Run npm run witness -- --record.';

/** Every question of which a record says otherwise than the machine, or nothing, or of another program. */
export function spinPartings(
  record: SpinRecord,
  judged: readonly Judged[] = judgedSetups(),
  examples: readonly Counterexample[] = counterexamples(),
): string[] {
  const setups = new Map(record.setups.map((one) => [one.sum, one] as const));
  const programs = new Map(record.programs.map((one) => [one.sum, one] as const));
  return [
    ...judged.flatMap(({ row, setup, broken }) => {
      const seen = setups.get(sumOf(setup));
      if (seen === undefined) return [`${row}: Spin was not asked. ${AGAIN}`];
      const [said, ours] = [seen.broken.join(', ') || 'nothing', broken.join(', ') || 'nothing'];
      return said === ours ? [] : [`${row}: Spin sees broken ${said}, the machine ${ours}.`];
    }),
    ...examples.flatMap(({ row, property, text, steps }) => {
      const seen = programs.get(sumOf(text));
      if (seen === undefined) return [`${row}, ${property}: another program was asked. ${AGAIN}`];
      const said = seen.steps === null ? 'none' : `${seen.steps} steps`;
      return seen.steps === steps
        ? []
        : [`${row}, ${property}: Spin has ${said}, the machine ${steps} steps.`];
    }),
  ];
}
