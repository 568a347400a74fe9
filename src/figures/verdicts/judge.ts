import {
  exploredOf,
  HOSTS,
  pageMachine,
  POLICIES,
  PROPERTIES,
  search,
  situation,
} from '../../model/index.ts';
import type {
  Explored,
  GuestS1,
  Host,
  NamedPolicy,
  Property,
  Setup,
  VmaKind,
} from '../../model/index.ts';

/** What one search proves: every property of a set-up, all states visited. */
export interface Proof {
  /** Counts from 1 in the order of the table. */
  readonly number: number;
  readonly setup: Setup;
  readonly states: number;
  readonly transitions: number;
  readonly explored: Readonly<Record<Property, Explored>>;
  /** The policies and hosts that lead to this set-up. */
  readonly users: Placed[];
}

/** A policy on a host. */
export interface Placed {
  readonly policy: NamedPolicy;
  readonly host: Host;
}

/** One place of the table with its proof. */
export interface Judged extends Placed {
  readonly proof: Proof;
}

export type Searched = Pick<Proof, 'setup' | 'states' | 'transitions' | 'explored'>;

/** A set-up as a key, and what its search gave. */
export type Found = readonly [setup: string, result: Searched];

/** Each set-up is searched once, however often a reader chooses. */
const known = new Map<string, Searched>();

/** What was searched so far, as plain data: a worker hands it to the page. */
export function found(): readonly Found[] {
  return [...known];
}

/** Takes over what a worker has searched. */
export function provide(entries: readonly Found[]): void {
  for (const [key, value] of entries) known.set(key, value);
}

/** searched gives what a search of a set-up proves; each set-up is searched once. */
export function searched(setup: Setup): Searched {
  const key = JSON.stringify(setup);
  const before = known.get(key);
  if (before) return before;
  const result = search(pageMachine(setup));
  if ('code' in result) throw new Error(result.received);
  const { states, transitions } = result;
  const judged = PROPERTIES.map((name) => [name, exploredOf(name, setup, result)] as const);
  const explored = Object.fromEntries(judged) as Record<Property, Explored>;
  const fresh = { setup, states, transitions, explored };
  known.set(key, fresh);
  return fresh;
}

/** Set-ups that differ in the host alone, and in nothing that follows from it, share a proof. */
const contentOf = ({ setup, ...rest }: Searched): string =>
  JSON.stringify([{ ...setup, host: null }, rest]);

/** judge puts every policy on trial on every host: what `verdicts` says, with the proofs. */
export function judge(vma: VmaKind, guestS1: GuestS1): readonly Judged[] {
  const proofs = new Map<string, Proof>();
  return POLICIES.flatMap((policy) =>
    HOSTS.map((host) => {
      const setup = situation({ policy, host, vma, guestS1 });
      if ('code' in setup) throw new Error(setup.received);
      const result = searched(setup);
      const content = contentOf(result);
      const proof = proofs.get(content) ?? { ...result, number: proofs.size + 1, users: [] };
      proofs.set(content, proof);
      proof.users.push({ policy, host });
      return { policy, host, proof };
    }),
  );
}
