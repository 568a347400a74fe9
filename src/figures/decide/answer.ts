import {
  combineStages,
  describe,
  handleFault,
  memoryName,
  prepareMemoryRegion,
  vmaIsCacheable,
} from '../../model/usual.ts';
import type { FaultDecision, Kernel, MemoryName, MemslotDecision } from '../../model/index.ts';
import type { Values } from '../form/field.ts';
import { faultOf, vmaOf } from './case.ts';

/** What goes wrong where two mappings of a page disagree: old data read past the cache, or any other mismatch. */
export type Risk = 'leak' | 'stale';

/** What an answer means for the guest. */
interface Meaning {
  readonly risk: Risk | null;
  /** What follows, in one sentence. */
  readonly follows: string;
}

/** The two answers of one kernel. */
export interface Answer extends Meaning {
  readonly kernel: Kernel;
  readonly slot: MemslotDecision;
  readonly fault: FaultDecision;
  /** The memory type of the leaf; null where nothing is mapped. */
  readonly leaf: MemoryName | null;
}

/** MAIR bytes of a guest that asks for Normal Write-Back, and of one that asks for Non-cacheable. */
const ASKS_WRITE_BACK = 0xff;
const ASKS_NON_CACHEABLE = 0x44;

/** answer asks the model both questions about a case. */
export function answer(kernel: Kernel, values: Values): Answer {
  const query = faultOf(values);
  const { fwb, dic } = query;
  const slot = prepareMemoryRegion(kernel, { vmas: [vmaOf(values)], fwb, dic });
  const fault = handleFault(kernel, query);
  const tree = describe(fault);
  const leaf = tree.kind === 'decision' ? tree.memory : null;
  return { kernel, slot, fault, leaf, ...meaning(slot, fault, values) };
}

function meaning(slot: MemslotDecision, fault: FaultDecision, values: Values): Meaning {
  const safe = (follows: string): Meaning => ({ risk: null, follows });
  if (slot.verdict === 'refused') return safe('User space gets the error before the guest runs.');
  if (fault.verdict === 'fails') return safe('KVM_RUN fails when the guest touches the page.');
  if (fault.verdict === 'injected') return safe('The abort goes into the guest; KVM_RUN goes on.');
  if (fault.mapping?.memAttr == null) return safe('The guest tries again.');
  const { memAttr } = fault.mapping;
  const fwb = values['fwb'] === '1';
  const guest = guestGets(ASKS_WRITE_BACK, memAttr, fwb) === 'WB';
  if (!hostIsCacheable(values)) {
    return guest
      ? { risk: 'stale', follows: 'the guest goes through the cache, the owner does not.' }
      : safe('Neither owner nor guest goes through the cache.');
  }
  if (!guest)
    return { risk: 'leak', follows: "the guest bypasses what the host's cache still holds." };
  return guestGets(ASKS_NON_CACHEABLE, memAttr, fwb) === 'WB'
    ? safe('Owner and guest both go through the cache, whatever the guest asks for.')
    : safe('Owner and guest both go through the cache, if the guest asks for Write-Back.');
}

function guestGets(attr: number, memAttr: number, fwb: boolean): MemoryName {
  return memoryName(combineStages({ s1: { attr }, s2: { memAttr }, fwb }));
}

/** The owner's mapping is cacheable, in the words of the kernel that first asked. */
function hostIsCacheable(values: Values): boolean {
  return vmaIsCacheable('v6.17', { attrIndx: vmaOf(values).attrIndx ?? 0 }).cacheable === true;
}

/** inOneLine is what a screen reader hears when the answer changes. */
export function inOneLine({ kernel, slot, fault, leaf }: Answer): string {
  const errno = (e: string | null): string => (e === null ? '' : `, ${e}`);
  const mapped = leaf === null ? '' : ` ${leaf}`;
  return `${kernel}: memslot ${slot.verdict}${errno(slot.errno)}; fault ${fault.verdict}${mapped}${errno(fault.errno)}.`;
}
