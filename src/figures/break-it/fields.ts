import { GUEST_S1S, POLICIES, PROPERTIES, situation } from '../../model/index.ts';
import type {
  GuestS1,
  NamedPolicy,
  Policy,
  Property,
  Situation,
  Setup,
} from '../../model/index.ts';
import { NO_YES, type Field, type Option, type Values } from '../form/field.ts';
import { GUEST_WORDS } from '../stage/scene.ts';
import { FREE, MISSIONS, missionOf, policiesOf } from './missions.ts';
import { SAFEGUARDS } from './safeguards.ts';

const OFF: readonly Option[] = SAFEGUARDS.map(({ key, of, words }) => [
  key,
  `${of.name}, without ${words}`,
]);

export const MISSION: Field = {
  key: 'mission',
  label: 'Mission',
  shape: 'radio',
  options: [...MISSIONS.map(({ key, title }): Option => [key, title]), [FREE, 'Free play']],
};

export const POLICY: Field = {
  key: 'policy',
  label: 'policy',
  shape: 'select',
  options: [...POLICIES.map(({ name }): Option => [name, name]), ...OFF],
};

/** The policies that the mission offers; more with each, and all in free play. */
export function offered(values: Values): Field {
  const names = policiesOf(missionOf(values));
  const options = POLICY.options.filter(([name]) => names === null || names.includes(name));
  return { ...POLICY, options };
}

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

const NO = 'no';

/** The proof that is played in place of the game; no control has it, the table leads to it. */
const PROOF: Field = {
  key: 'proof',
  label: 'proof',
  shape: 'select',
  options: [[NO, NO], ...PROPERTIES.map((name): Option => [name, name])],
};

export const FIELDS: readonly Field[] = [MISSION, POLICY, ...HOST, GUEST, PROOF];

/** The founding case, which is the first mission. */
export const PRESET: Values = { mission: 'leak', ...MISSIONS[0]?.start, proof: NO };

export const proofOf = (values: Values): Property | null =>
  PROPERTIES.find((name) => name === values['proof']) ?? null;

/** The state in which the game is played, and no proof. */
export const withoutProof = (values: Values): Values => ({ ...values, proof: NO });

/**
 * settled gives a mission that was just chosen its own case. A policy that the mission does not offer
 * ends it, and any other choice ends a proof.
 */
export function settled(values: Values, before: Values | null): Values {
  const mission = missionOf(values);
  if (before !== null && mission !== null && values['mission'] !== before['mission'])
    return withoutProof({ ...values, ...mission.start });
  const names = policiesOf(mission);
  const fits = names === null || names.includes(values['policy'] ?? '');
  const next = fits ? values : { ...values, mission: FREE };
  return before === null || next['proof'] !== before['proof'] ? next : withoutProof(next);
}

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
