import type { Property } from '../../model/index.ts';
import type { Values } from '../form/field.ts';
import { brokenBy } from './game.ts';
import type { Game } from './game.ts';
import { stopped } from './one-clean.ts';

/** Something to do with the machine, and who judges whether it is done. */
export interface Mission {
  /** Name in addresses. */
  readonly key: string;
  readonly title: string;
  /** What to do, in a sentence or two. */
  readonly task: string;
  /** The case from which it starts. */
  readonly start: Values;
  /** The policies that it adds to those before. */
  readonly adds: readonly string[];
  /** What is to break; `clean` is to stop the leak, `proof` is to see that nothing breaks. */
  readonly goal: Property | 'clean' | 'proof';
  /** What the search says where the goal cannot be reached. */
  readonly never: string;
}

const HOST = { fwb: '0', dic: '0', guest: 'wb' } as const;

/** The missions, in their order. */
export const MISSIONS: readonly Mission[] = [
  {
    key: 'leak',
    title: 'Make 6.16 leak',
    task: "The kernel falls back to Device. Let B read A's secret.",
    start: { policy: 'fallback-to-device', ...HOST },
    adds: ['fallback-to-device'],
    goal: 'noLeak',
    never: 'Here no way leads to a leak. Restart, or start from a host without FWB.',
  },
  {
    key: 'clean',
    title: 'Stop it with one clean',
    task: 'The same kernel. Let the owner clean once, so that nothing can leak any more, and let B read.',
    start: { policy: 'fallback-to-device', ...HOST },
    adds: ['cacheable-with-cmos'],
    goal: 'clean',
    never:
      'From here one clean is too late, too early, or not the only one. Undo some moves, or restart.',
  },
  {
    key: 'dic',
    title: 'Take DIC away',
    task: 'KVM asks for FWB alone. With DIC nothing breaks: take DIC from the host, and let B fetch what A left.',
    start: { policy: 'fwb-only', fwb: '1', dic: '1', guest: 'wb' },
    adds: ['fwb-only'],
    goal: 'noStaleFetch',
    never: 'With DIC, or without FWB, no fetch can be stale here. Take DIC from the host.',
  },
  {
    key: 'landed',
    title: 'Break 6.17',
    task: 'The landed code refuses where FWB or DIC is missing. Try any host, or ask for a hint and see what the search says.',
    start: { policy: 'error-on-creation', ...HOST },
    adds: ['error-on-creation'],
    goal: 'proof',
    never: '',
  },
];

/** The choice of those who want no mission: every policy, and one safeguard switched off. */
export const FREE = 'free';

export const missionOf = (values: Values): Mission | null =>
  MISSIONS.find(({ key }) => key === values['mission']) ?? null;

/** The policies that a mission offers: its own and those of the missions before. Null: all. */
export function policiesOf(mission: Mission | null): readonly string[] | null {
  const upTo = mission === null ? -1 : MISSIONS.indexOf(mission);
  return upTo < 0 ? null : MISSIONS.slice(0, upTo + 1).flatMap(({ adds }) => adds);
}

/** isDone judges a game; `proved` tells that the search found nothing that could break. */
export function isDone({ goal, start }: Mission, game: Game, proved: boolean): boolean {
  if (goal === 'clean') return stopped(game.taken, game.setup);
  if (goal === 'proof') return proved && game.policy === start['policy'];
  return brokenBy(game).includes(goal);
}
