import { deriveChange, type ChangeQuery, type MemslotChangeInput } from './derive-change.ts';

/** A request for a slot without guest_memfd. */
export type PlainChange = Omit<MemslotChangeInput, 'oldGuestMemfd' | 'newGuestMemfd'>;

const NOTHING: ChangeQuery = {
  oldExists: false,
  sizeZero: false,
  userspaceAddrDiffers: false,
  npagesDiffers: false,
  baseGfnDiffers: false,
  oldLogDirty: false,
  oldReadonly: false,
  oldGuestMemfd: false,
  newLogDirty: false,
  newReadonly: false,
  newGuestMemfd: false,
  unknownFlag: false,
  badGeometry: false,
  overlap: false,
};
const RULES = { has: { guestMemfd: false }, source: { memslotChange: [] } };
const ASKING = {
  ask: <A>(_check: string, _where: string, _inputs: object, answer: A): A => answer,
};

/**
 * Whether KVM refuses a request by how it differs from the slot that exists. Every kernel of the model
 * answers alike where no guest_memfd is asked for, so none is named, and a page needs no rule set for it;
 * `memslotChange` says the same with its steps. The input is not checked. Source: CODE734.
 */
export const refusesChange = (change: PlainChange): boolean =>
  deriveChange({ ...NOTHING, ...change }, ASKING, RULES).ret !== 0;
