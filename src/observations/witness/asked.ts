import {
  explore,
  GUEST_S1S,
  HOSTS,
  situation,
  type GuestS1,
  type Host,
  type Property,
  type Setup,
} from '../../model/index.ts';
import { fetchLitmus, leakLitmus, olderLitmus, type Litmus } from './litmus.ts';

/** A question that both the machine and herd7 answer. */
export interface Asked {
  readonly policy: string;
  readonly host: Host;
  readonly guestS1: GuestS1;
  readonly property: Property;
  /** What the machine says: whether the property holds. */
  readonly holds: boolean;
  readonly litmus: Litmus;
}

/** Policies that between them map every type, with maintenance and without. */
const POLICIES = [
  'fallback-to-device',
  'clean-before-device',
  'cacheable-unchecked',
  'cacheable-with-cmos',
  'error-on-creation',
] as const;

const QUESTIONS: readonly (readonly [Property, (setup: Setup) => Litmus | null])[] = [
  ['noLeak', leakLitmus],
  ['coherent', olderLitmus],
  ['noStaleFetch', fetchLitmus],
];

/** All questions, on every host and for every guest. */
export function askedOfBoth(): Asked[] {
  return POLICIES.flatMap((policy) =>
    HOSTS.flatMap((host) =>
      GUEST_S1S.flatMap((guestS1) =>
        QUESTIONS.flatMap(([property, litmusOf]) => {
          const setup = situation({ policy, host, guestS1 });
          const litmus = 'code' in setup ? null : litmusOf(setup);
          const { holds } = explore({ policy, host, guestS1, property });
          return litmus === null || holds === null
            ? []
            : [{ policy, host, guestS1, property, holds, litmus }];
        }),
      ),
    ),
  );
}

/** The programs of some questions, each once, by name. */
export function programsOf(asked: readonly Asked[]): Litmus[] {
  const byName = new Map(asked.map(({ litmus }) => [litmus.name, litmus]));
  return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
