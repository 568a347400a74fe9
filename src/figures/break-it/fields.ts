import { GUEST_S1S, POLICIES, situation } from '../../model/index.ts';
import type { GuestS1, NamedPolicy, Policy, Situation, Setup } from '../../model/index.ts';
import { NO_YES, type Field, type Option, type Values } from '../form/field.ts';
import { GUEST_WORDS } from '../stage/scene.ts';
import { SAFEGUARDS } from './safeguards.ts';

const OFF: readonly Option[] = SAFEGUARDS.map(({ key, of, words }) => [
  key,
  `${of.name}, without ${words}`,
]);

export const POLICY: Field = {
  key: 'policy',
  label: 'policy',
  shape: 'select',
  options: [...POLICIES.map(({ name }): Option => [name, name]), ...OFF],
};

export const HOST: readonly Field[] = [
  { key: 'fwb', label: 'FWB', shape: 'check', options: NO_YES },
  { key: 'dic', label: 'DIC', shape: 'check', options: NO_YES },
];

export const GUEST: Field = {
  key: 'guest',
  label: 'asks for',
  shape: 'select',
  options: GUEST_S1S.map((s1) => [s1, GUEST_WORDS[s1]]),
};

export const FIELDS: readonly Field[] = [POLICY, ...HOST, GUEST];

/** The founding case. */
export const PRESET: Values = { policy: 'fallback-to-device', fwb: '0', dic: '0', guest: 'wb' };

const named = (chosen: string | undefined): NamedPolicy | undefined =>
  POLICIES.find(({ name }) => name === chosen);

/** The case that the choices name. */
export function caseOf(values: Values): Situation & { readonly policy: Policy } {
  const chosen = values['policy'];
  const off = SAFEGUARDS.find(({ key }) => key === chosen);
  return {
    policy: off?.without ?? named(chosen) ?? (POLICIES[0] as Policy),
    host: { fwb: values['fwb'] === '1', dic: values['dic'] === '1' },
    guestS1: values['guest'] as GuestS1,
  };
}

/** The set-up of the machine. The choices know no wrong input, so an error is a mistake of ours. */
export function setupFor(values: Values): Setup {
  const setup = situation(caseOf(values));
  if ('code' in setup) throw new Error(`${setup.received}; expected ${setup.expected}`);
  return setup;
}

/** What the chosen policy does, in a sentence, and where that stands. */
export function meaningOf(values: Values): { text: string; source: readonly string[] } {
  const policy = named(values['policy']);
  if (policy) return { text: policy.meaning, source: policy.source };
  const off = SAFEGUARDS.find(({ key }) => key === values['policy']);
  return { text: `As ${off?.of.name}, without ${off?.words}.`, source: [] };
}

/** The choices beside the policy, for readers without controls. */
export function hostInWords(values: Values): string {
  const has = (key: string): string => (values[key] === '1' ? 'yes' : 'no');
  const asks = GUEST_WORDS[values['guest'] as GuestS1];
  return `The host has FWB: ${has('fwb')}, DIC: ${has('dic')}. B's stage 1 asks for ${asks}.`;
}
