import {
  GUEST_S1S,
  POLICIES,
  PROPERTIES,
  VMA_KINDS,
  type Host,
  type Property,
  type Situation,
} from '../model/index.ts';
import { clip, type Option, type Parsed } from './options.ts';
import { UsageError } from './usage-error.ts';

const NAMES = POLICIES.map(({ name }) => name);

/** Options that name a page under a policy. */
export const PAGE_OPTIONS: readonly Option[] = [
  { name: 'policy', value: NAMES.join('|'), meaning: 'who decides; default error-on-creation' },
  { name: 'fwb', value: '0|1', meaning: 'the host has FWB; default 1' },
  { name: 'dic', value: '0|1', meaning: 'the host has DIC; default 1' },
  { name: 'vma', value: VMA_KINDS.join('|'), meaning: "the owner's mapping; default cacheable" },
  { name: 'guest', value: GUEST_S1S.join('|'), meaning: "B's stage 1; default wb" },
  { name: 'property', value: PROPERTIES.join('|'), meaning: 'what is asked' },
];

/** A page under a policy, by its options; and the property, where one is named. */
export function pageOf(
  { values }: Parsed,
  example: string,
): { input: Situation; property: Property | null } | UsageError {
  const read = <T extends string>(name: string, all: readonly T[], usual: T): T | UsageError => {
    const given = values.get(name)?.[0];
    if (given === undefined) return usual;
    const known = all.find((one) => one === given);
    return known ?? new UsageError(`--${name} ${clip(given)}`, all.join('|'), example);
  };
  const policy = read('policy', NAMES, 'error-on-creation');
  const [fwb, dic] = [read('fwb', BITS, '1'), read('dic', BITS, '1')];
  const vma = read('vma', VMA_KINDS, 'cacheable');
  const guestS1 = read('guest', GUEST_S1S, 'wb');
  const property = values.has('property') ? read('property', PROPERTIES, 'noLeak') : null;
  for (const one of [policy, fwb, dic, vma, guestS1, property])
    if (one instanceof UsageError) return one;
  const host: Host = { fwb: fwb === '1', dic: dic === '1' };
  return {
    input: { policy, host, vma, guestS1 } as Situation,
    property: property as Property | null,
  };
}

const BITS = ['0', '1'] as const;
