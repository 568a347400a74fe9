import { handleFault } from '../kvm/fault/handle-fault.ts';
import { prepareMemoryRegion } from '../kvm/memslot/prepare.ts';
import type { Vma } from '../kvm/vma/vma.ts';
import type {
  FaultAnswer,
  MapWord,
  Policy,
  PolicyFault,
  PolicySlot,
  PolicyVma,
  SlotAnswer,
} from './policy.ts';

/** The code before the series: asked, never restated. */
const OLD = 'v6.16';

/** The code as landed. */
export const LANDED = 'v6.17';

/** What the memslot call did before the series. */
export const oldSlot = (input: PolicySlot) => prepareMemoryRegion(OLD, plainSlot(input));

/** What the fault did before the series. */
export const oldFault = (input: PolicyFault) => handleFault(OLD, plainFault(input));

/** What the memslot call does as landed. */
export const landedSlot = (input: PolicySlot) => prepareMemoryRegion(LANDED, plainSlot(input));

/** What the fault does as landed. */
export const landedFault = (input: PolicyFault) => handleFault(LANDED, plainFault(input));

/** What the landed code does: for the policies that differ from it, where they do not. */
export const landed: Policy = {
  name: 'error-on-creation',
  onMemslot: landedSlot,
  onFault: landedFault,
};

/** What the landed code is made to believe of the host. */
type Told = Readonly<{ fwb?: boolean; dic?: boolean }>;

/** The landed memslot call, told of another host. Its answer in words: no kernel gave it. */
export function toldSlot(input: PolicySlot, told: Told): SlotAnswer {
  const decision = landedSlot({ ...input, ...told });
  if (decision.verdict === 'accepted') return 'accepted';
  return decision.errno ?? decision;
}

/** The landed fault, told of another host. Its answer in words: no kernel gave it. */
export function toldFault(input: PolicyFault, told: Told): FaultAnswer {
  const decision = landedFault({ ...input, ...told });
  return decision.errno ?? mapWord(decision.mapping?.memType) ?? decision;
}

const WORDS = { NORMAL: 'normal', DEVICE: 'device', NORMAL_NC: 'normal-nc' } as const;

/** What is mapped in a word; null where nothing is. */
export function mapWord(memType: unknown): MapWord | null {
  return Object.hasOwn(WORDS, memType as string) ? WORDS[memType as keyof typeof WORDS] : null;
}

/** No kernel reads `cowMapping`, so none is asked with it. */
function plainVma(vma: PolicyVma): Vma {
  if (typeof vma !== 'object' || vma === null || !('cowMapping' in vma)) return vma;
  const { cowMapping: _, ...plain } = vma;
  return plain;
}

function plainSlot(input: PolicySlot) {
  return Array.isArray(input?.vmas) ? { ...input, vmas: input.vmas.map(plainVma) } : input;
}

function plainFault(input: PolicyFault) {
  return input?.vma ? { ...input, vma: plainVma(input.vma) } : input;
}
