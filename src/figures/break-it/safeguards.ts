import { policyNamed } from '../../model/index.ts';
import type { Host, NamedPolicy, Policy } from '../../model/index.ts';

/** One safeguard, and the policy that is left when it alone is switched off. */
export interface Safeguard {
  /** Name in addresses. */
  readonly key: string;
  /** What is switched off, in words. */
  readonly words: string;
  /** The policy that has it. */
  readonly of: NamedPolicy;
  readonly without: Policy;
}

const landed = named('error-on-creation');
const withCmos = named('cacheable-with-cmos');

/**
 * The landed code with one check satisfied for it: what is told is what it is made to believe of
 * the host. Cleaning is another policy's safeguard, since the landed one maps without it.
 */
export const SAFEGUARDS: readonly Safeguard[] = [
  believing('no-fwb-check', 'the check of FWB', { fwb: true }, { fwb: true }),
  believing('no-dic-check', 'the check of DIC', { dic: true }, { dic: true }),
  believing('no-memslot-check', 'the check at the memslot', { fwb: true, dic: true }, {}),
  believing('no-fault-check', 'the check at the fault', {}, { fwb: true, dic: true }),
  {
    key: 'no-cmos',
    words: 'the cache maintenance',
    of: withCmos,
    without: { ...named('cacheable-unchecked'), name: 'no-cmos' },
  },
];

type Told = Readonly<Partial<Host>>;

function believing(key: string, words: string, slot: Told, fault: Told): Safeguard {
  const without: Policy = {
    name: key,
    onMemslot: (input) => landed.onMemslot({ ...input, ...slot }),
    onFault: (input) => landed.onFault({ ...input, ...fault }),
  };
  return { key, words, of: landed, without };
}

/** The policies of the debate are fixed: a name that is gone is a mistake of this file. */
function named(name: string): NamedPolicy {
  const found = policyNamed(name);
  if ('code' in found) throw new Error(`safeguards: no policy ${name}`);
  return found;
}
