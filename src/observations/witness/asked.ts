import {
  explore,
  GUEST_S1S,
  HOSTS,
  litmusOf,
  PROPERTIES,
  situation,
  type GuestS1,
  type Host,
  type Litmus,
  type Property,
} from '../../model/index.ts';

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

/** All questions, on every host and for every guest. */
export function askedOfBoth(): Asked[] {
  return POLICIES.flatMap((policy) =>
    HOSTS.flatMap((host) =>
      GUEST_S1S.flatMap((guestS1) =>
        PROPERTIES.flatMap((property) => {
          const setup = situation({ policy, host, guestS1 });
          const litmus = 'code' in setup ? null : litmusOf(setup, property);
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
