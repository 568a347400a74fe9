import {
  GUEST_S1S,
  HOSTS,
  pageMachine,
  POLICIES,
  search,
  situation,
  VMA_KINDS,
  type Machine,
  type Setup,
} from '../../src/model/index.ts';

/** One row of the verdicts, with the set-up that its machine is made from. */
export interface Job {
  readonly policy: string;
  readonly setup: Setup;
}

/** Every row of the verdicts. */
export function jobs(): Job[] {
  return POLICIES.flatMap(({ name }) =>
    HOSTS.flatMap((host) =>
      VMA_KINDS.flatMap((vma) =>
        GUEST_S1S.map((guestS1) => {
          const setup = situation({ policy: name, host, vma, guestS1 });
          if ('code' in setup) throw new Error(setup.received);
          return { policy: name, setup };
        }),
      ),
    ),
  );
}

/** The set-ups that differ. */
export function distinct(all: readonly Job[]): Setup[] {
  return [...new Map(all.map(({ setup }) => [JSON.stringify(setup), setup])).values()];
}

/** What searching a machine gave, in numbers. */
export interface Count {
  readonly states: number;
  readonly transitions: number;
  readonly bytes: number;
}

/** Searches a machine, and fails where it cannot be. */
export function count(machine: Machine): Count {
  const found = search(machine);
  if ('code' in found) throw new Error(found.received);
  return found;
}

/** The machines of a bench: made once, searched often. */
export function machines(): Machine[] {
  return distinct(jobs()).map((setup) => pageMachine(setup));
}
