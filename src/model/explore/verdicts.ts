import type { ModelError } from '../base/error.ts';
import type { ErrnoName } from '../kvm/errno.ts';
import type { Machine } from '../machine/machine.ts';
import { pageMachine } from '../machine/page-machine.ts';
import { PROPERTIES, type Property } from '../machine/properties.ts';
import { GUEST_S1S, setupOf, type GuestS1, type Setup } from '../machine/setup.ts';
import { POLICIES } from '../policy/named.ts';
import { outcomeOf } from '../policy/outcome.ts';
import { HOSTS, VMA_KINDS, type VmaKind } from '../policy/page.ts';
import type { MapWord, Policy } from '../policy/policy.ts';
import { exploredOf, type Explored } from './explore.ts';
import type { Searched } from './search.ts';
import { Searches } from './searches.ts';

/** One row: a policy on a host, with every property judged. Plain data. */
export interface VerdictRow extends Readonly<Record<Property, boolean | null>> {
  readonly policy: string;
  readonly fwb: boolean;
  readonly dic: boolean;
  readonly vma: VmaKind;
  readonly guestS1: GuestS1;
  readonly slot: 'accepted' | ErrnoName;
  readonly fault: MapWord | ErrnoName | null;
  readonly states: number;
  readonly transitions: number;
  /** The labels of a shortest trace to the first property, in their order, that breaks. */
  readonly counterexample: readonly string[] | null;
  /** The property that `counterexample` breaks. */
  readonly counterexampleOf: Property | null;
}

/** Every row, and what the search took. Plain data. */
export interface Verdicts {
  readonly rows: readonly VerdictRow[];
  /** Machines that differ, each searched once. */
  readonly machines: number;
  /** States and moves of these. */
  readonly states: number;
  readonly transitions: number;
  /** What is wrong with a policy; its rows are left out. */
  readonly errors: readonly ModelError[];
}

/**
 * Every policy on every host, VMA and guest stage 1. Rows whose set-up is the same are the same
 * machine, which is searched once.
 */
export function verdicts(
  policies: readonly Policy[] = POLICIES,
  machineOf: (setup: Setup) => Machine = pageMachine,
): Verdicts {
  const rows: VerdictRow[] = [];
  const errors: ModelError[] = [];
  const searches = new Searches(machineOf);
  for (const policy of policies) {
    for (const host of HOSTS) {
      for (const vma of VMA_KINDS) {
        const outcome = outcomeOf(policy, host, vma);
        if ('code' in outcome) {
          errors.push(outcome);
          continue;
        }
        for (const guestS1 of GUEST_S1S) {
          const setup = setupOf(outcome, host, vma, guestS1);
          const searched = searches.of(setup);
          if ('code' in searched) {
            errors.push(searched);
            continue;
          }
          rows.push(rowOf({ policy: policy.name, ...host, vma, guestS1 }, setup, searched));
        }
      }
    }
  }
  return { rows, ...searches.sums(), errors };
}

type Inputs = Pick<VerdictRow, 'policy' | 'fwb' | 'dic' | 'vma' | 'guestS1'>;

function rowOf(inputs: Inputs, setup: Setup, searched: Searched): VerdictRow {
  const judged = PROPERTIES.map((name) => [name, exploredOf(name, setup, searched)] as const);
  const [first, worst] = judged.find(([, { holds }]) => holds === false) ?? [null, null];
  const holds = Object.fromEntries(judged.map(([name, one]) => [name, one.holds]));
  return {
    ...inputs,
    slot: setup.slot,
    fault: setup.fault,
    ...(holds as Record<Property, Explored['holds']>),
    states: searched.states,
    transitions: searched.transitions,
    counterexample: worst?.trace?.map(({ label }) => label) ?? null,
    counterexampleOf: first,
  };
}
