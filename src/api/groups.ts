import { AREAS, type ApiEntry, type Area } from './api.ts';

/** The page of all names. */
export const API_ROUTE = '/reference/api/';

/** The names of one folder of the model, on a page of their own. */
export interface ApiGroup {
  readonly area: Area;
  readonly title: string;
  /** What they are about, in a sentence. */
  readonly about: string;
  readonly route: string;
}

const ABOUT: Readonly<Record<Area, readonly [title: string, about: string]>> = {
  arch: [
    'Architecture',
    'Attribute bytes, the fields of stage 2, how two stages combine, registers, and the maintenance of caches.',
  ],
  kvm: [
    'Kernel',
    'What KVM answers: capability 243, memslots, faults, leaves and their size, maintenance, nesting, pKVM.',
  ],
  machine: ['Machine', 'A page, a cache and two VMs, and the moves that each of them can make.'],
  policy: ['Policies', 'The policies of the debate by name, and what a policy can ask and answer.'],
  explore: [
    'Search',
    'All that can happen under a policy, the shortest run that breaks a property, and migration.',
  ],
  explain: [
    'Reasons',
    'Decisions in words: steps, facts, differences, and what a page draws of them.',
  ],
  base: ['Common', 'What reads a number, and what finds the nearest name.'],
};

/** The groups, in the order of their pages. */
export const GROUPS: readonly ApiGroup[] = AREAS.map((area) => {
  const [title, about] = ABOUT[area];
  return { area, title, about, route: `${API_ROUTE}${area}/` };
});

/** The page title of a group. */
export const headingOf = ({ title }: ApiGroup): string => `The API: ${title.toLowerCase()}`;

/** Where the entry of a name stands. */
export const addressOf = ({ area, name }: Pick<ApiEntry, 'area' | 'name'>): string =>
  `${API_ROUTE}${area}/#${name}`;
