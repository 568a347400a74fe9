import { inputError } from '../base/diagnose.ts';
import type { ModelError } from '../base/error.ts';
import type { Actor, Machine } from '../machine/machine.ts';
import { pageMachine } from '../machine/page-machine.ts';
import { PROPERTIES, type Property } from '../machine/properties.ts';
import { GUEST_S1S, setupOf, type GuestS1, type Setup } from '../machine/setup.ts';
import { viewOf, type StateView } from '../machine/view.ts';
import { policyNamed } from '../policy/policy-named.ts';
import { outcomeOf } from '../policy/outcome.ts';
import { VMA_KINDS, type Host, type VmaKind } from '../policy/page.ts';
import type { Policy } from '../policy/policy.ts';
import { search, type RawStep, type Searched } from './search.ts';

/** A page, whose it is, and under which policy it is given away. */
export interface Situation {
  /** A policy, or the name of one of the debate. */
  readonly policy: Policy | string;
  readonly host: Host;
  /** Default cacheable. */
  readonly vma?: VmaKind;
  /** Default wb. */
  readonly guestS1?: GuestS1;
}

/** What `explore` is asked. */
export interface ExploreInput extends Situation {
  readonly property: Property;
  /** Makes the machine that is searched, for example one with a rule changed. */
  readonly machine?: (setup: Setup) => Machine;
}

/** One step of a counterexample. Plain data. */
export interface TraceStep {
  /** The name of the rule. */
  readonly move: string;
  readonly actor: Actor;
  readonly label: string;
  readonly reason: string;
  readonly source: readonly string[];
  /** The state after the step. */
  readonly state: StateView;
}

/** A verdict. Plain data. */
export interface Explored {
  /** What was asked; null where it was no property. */
  readonly property: Property | null;
  /** Null where the question does not arise: never mapped, or never executable. */
  readonly holds: boolean | null;
  /** States that can be reached; all were visited. 0 for bad input. */
  readonly states: number;
  /** Moves out of all of them. */
  readonly transitions: number;
  /** A shortest way to the move that breaks the property. */
  readonly trace?: readonly TraceStep[];
  readonly error?: ModelError;
}

const WRONG = { property: null, holds: null, states: 0, transitions: 0 } as const;

/**
 * Visits every state that the page can reach under a policy, breadth first, and says whether a
 * property holds, or how it breaks in the fewest steps. Never throws for a bad policy or input.
 */
export function explore(input: ExploreInput): Explored {
  const setup = situation(input);
  if ('code' in setup) return { ...WRONG, error: setup };
  const { property, machine = pageMachine } = input;
  return exploreIn(setup, property, machine(setup));
}

/** The verdict on a property in a set-up that stands, whose machine is searched for it. */
export function exploreIn(setup: Setup, property: Property, machine: Machine): Explored {
  if (!PROPERTIES.includes(property))
    return { ...WRONG, error: unknown('property', property, PROPERTIES) };
  const searched = search(machine);
  if ('code' in searched) return { ...WRONG, property, error: searched };
  return exploredOf(property, setup, searched);
}

/** The set-up that a situation leads to, or what is wrong with it. */
export function situation(input: Situation): Setup | ModelError {
  if (typeof input !== 'object' || input === null)
    return inputError(
      'not-an-object',
      '',
      input,
      'an object',
      '{ policy, host, property }',
      'Give one.',
    );
  const { policy, host, vma = 'cacheable', guestS1 = 'wb' } = input;
  const named = typeof policy === 'string' ? policyNamed(policy) : null;
  if (named !== null && 'code' in named) return named;
  const known = named ?? (policy as Policy);
  if (!isPolicy(known))
    return inputError(
      'wrong-type',
      'policy',
      policy,
      'a policy, or the name of one',
      "'error-on-creation'",
      'Give an object with onMemslot and onFault, both functions.',
    );
  if (typeof host?.fwb !== 'boolean' || typeof host.dic !== 'boolean')
    return inputError(
      'wrong-type',
      'host',
      host,
      'fwb and dic, true or false',
      'host: { fwb: true, dic: true }',
      'Give both.',
    );
  if (!VMA_KINDS.includes(vma)) return unknown('vma', vma, VMA_KINDS);
  if (!GUEST_S1S.includes(guestS1)) return unknown('guestS1', guestS1, GUEST_S1S);
  const outcome = outcomeOf(known, host, vma);
  return 'code' in outcome ? outcome : setupOf(outcome, host, vma, guestS1);
}

/** Looking at a policy of a reader may run code of it, in a getter or a proxy. */
function isPolicy(given: Policy | null | undefined): boolean {
  try {
    return typeof given?.onMemslot === 'function' && typeof given.onFault === 'function';
  } catch {
    return false;
  }
}

/** The verdict on one property of a machine that was searched. */
export function exploredOf(property: Property, setup: Setup, searched: Searched): Explored {
  const { states, transitions, broken } = searched;
  const steps = broken[PROPERTIES.indexOf(property)] ?? null;
  if (steps !== null)
    return {
      property,
      holds: false,
      states,
      transitions,
      trace: steps.map((step) => traceStep(step, setup)),
    };
  return { property, holds: arises(property, setup) ? true : null, states, transitions };
}

/**
 * Whether there is anything to ask. Only noLateFailure is a question about a page that was never
 * mapped: a memslot that is refused cannot fail later, one that fails at the fault did.
 */
function arises(property: Property, { mapped, guestFetch }: Setup): boolean {
  if (property === 'noLateFailure') return true;
  return property === 'noStaleFetch' ? guestFetch !== null : mapped !== null;
}

function traceStep({ rule, state }: RawStep, setup: Setup): TraceStep {
  const { name, actor, label, reason, source } = rule;
  return { move: name, actor, label, reason, source, state: viewOf(state, setup) };
}

function unknown(place: string, value: unknown, names: readonly string[]): ModelError {
  const wanted = `one of ${names.map((name) => `'${name}'`).join(', ')}`;
  const sample = `${place}: '${names[0]}'`;
  return inputError('unknown-choice', place, value, wanted, sample, `Give ${wanted}.`);
}
