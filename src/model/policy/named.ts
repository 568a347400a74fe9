import { handleFault } from '../kvm/fault/handle-fault.ts';
import type { FaultInput } from '../kvm/fault/input.ts';
import type { MemslotInput } from '../kvm/memslot/input.ts';
import { prepareMemoryRegion } from '../kvm/memslot/prepare.ts';
import type { NamedPolicy, Policy } from './policy.ts';

/** The code before the series, and the code as landed: asked, never restated. */
const OLD = 'v6.16';
const LANDED = 'v6.17';

const oldSlot = (input: MemslotInput) => prepareMemoryRegion(OLD, input);
const oldFault = (input: FaultInput) => handleFault(OLD, input);
const landedSlot = (input: MemslotInput) => prepareMemoryRegion(LANDED, input);
const landedFault = (input: FaultInput) => handleFault(LANDED, input);

/** The landed code, told that the host has what it asks for. */
const followVma = (input: FaultInput) => handleFault(LANDED, { ...input, fwb: true, dic: true });

/** What the landed code does: for the policies that differ from it, where they do not. */
export const landed: Policy = {
  name: 'error-on-creation',
  onMemslot: landedSlot,
  onFault: landedFault,
};

/**
 * The answers that were argued for. Those that need FWB and DIC ask the landed code; those that
 * leave a check out ask it with that check satisfied.
 */
export const POLICIES: readonly NamedPolicy[] = [
  {
    name: 'fallback-to-device',
    meaning: 'Whatever the VMA says, memory outside the linear map is Device or Normal-NC.',
    onMemslot: oldSlot,
    onFault: oldFault,
    argued: [
      { by: 'Marc Zyngier', source: ['V3-MAZ7'] },
      { by: 'Ankit Agrawal', source: ['V3-ANK1'] },
    ],
    became: 'The code until 6.16; blocked in 6.17 as a security fix.',
    source: ['C1', 'C3'],
  },
  {
    name: 'error-on-creation',
    onMemslot: landedSlot,
    onFault: landedFault,
    meaning: 'A cacheable VMA needs FWB and DIC; else EINVAL at the memslot, EFAULT at the fault.',
    argued: [
      { by: 'Jason Gunthorpe', source: ['SEED', 'V3-JGG4'] },
      { by: 'Catalin Marinas', source: ['V3-CAT3'] },
      { by: 'Oliver Upton', source: ['V3-OLI2'] },
    ],
    became: 'Landed in 6.17, unchanged in 7.3.',
    source: ['CODE617', 'CODE734'],
  },
  {
    name: 'fwb-only',
    meaning: 'As landed, but FWB alone is asked for.',
    onMemslot: (input) => landedSlot({ ...input, dic: true }),
    onFault: (input) => landedFault({ ...input, dic: true }),
    argued: [
      { by: 'Catalin Marinas', source: ['V1-CAT', 'V2-CAT'] },
      { by: 'Oliver Upton', source: ['V3-OLI4'] },
    ],
    became: 'Given up when the instruction cache was thought of; DIC was added.',
    source: ['V3-CAT10', 'V3-JGG14'],
  },
  {
    name: 'error-at-fault-only',
    meaning: 'The memslot is taken as before the series; only the fault asks for FWB and DIC.',
    onMemslot: oldSlot,
    onFault: landedFault,
    argued: [{ by: 'Ankit Agrawal', source: ['V3-0', 'V3-MAZ1'] }],
    became: 'The shape of v3; the check at the memslot was added.',
    source: ['V3-MAZ1', 'CODE617'],
  },
  {
    name: 'cacheable-unchecked',
    meaning: 'Stage 2 follows the VMA on every host; nothing is asked and nothing maintained.',
    onMemslot: oldSlot,
    onFault: followVma,
    argued: [],
    became: 'Nobody argued for it; Christopherson named it as what must not happen.',
    source: ['V3-SEAN3', 'SEED'],
  },
  {
    name: 'cacheable-with-cmos',
    meaning: 'Stage 2 follows the VMA, and KVM maintains the caches through a mapping on demand.',
    onMemslot: oldSlot,
    onFault: (input) => withMaintenance(input),
    argued: [{ by: 'Sean Christopherson', source: ['V3-SEAN3', 'V3-SEAN2'] }],
    became: 'Named as a possible later step; 7.3 has nothing of the kind.',
    source: ['SEED', 'CODE734'],
  },
  {
    name: 'opt-in-fallback:error',
    meaning: 'User space chooses for each VM; this VM chose the error.',
    onMemslot: landedSlot,
    onFault: landedFault,
    argued: [{ by: 'Sean Christopherson', source: ['V3-SEAN3', 'SEED'] }],
    became: 'Not taken up: there is no policy for each VM.',
    source: ['V10-6', 'CODE617'],
  },
  {
    name: 'opt-in-fallback:device',
    meaning: 'User space chooses for each VM; this VM chose Device where FWB or DIC is missing.',
    onMemslot: oldSlot,
    onFault: (input) => (input.fwb && input.dic ? landedFault(input) : oldFault(input)),
    argued: [{ by: 'Sean Christopherson', source: ['V3-SEAN3', 'SEED'] }],
    became: 'Not taken up: there is no policy for each VM.',
    source: ['V10-6', 'CODE617'],
  },
  {
    name: 'memslot-flag',
    meaning: 'Cacheable, or an error, only where the slot asks for it; else Device as before.',
    onMemslot: (input, { slotAsks }) => (slotAsks ? landedSlot(input) : oldSlot(input)),
    onFault: (input, { slotAsks }) => (slotAsks ? landedFault(input) : oldFault(input)),
    argued: [
      { by: 'Marc Zyngier', source: ['V3-MAZ5', 'V3-MAZ7'] },
      { by: 'Oliver Upton', source: ['V3-OLI1', 'V3-OLI5'] },
      { by: 'Bibo Mao', source: ['V3-BIBO'] },
    ],
    became: 'In v4 to v6, refused by Gunthorpe and Christopherson, removed in v7.',
    source: ['V6-JGG', 'V6-SEAN1', 'V6-OLI', 'V10-0'],
  },
];

function withMaintenance(input: FaultInput): ReturnType<Policy['onFault']> {
  const decision = followVma(input);
  const normal = decision.mapping?.memType === 'NORMAL';
  return normal ? { map: 'normal', maintain: true } : decision;
}

/** The policy of that name, or null where the model knows none. */
export function policyNamed(name: unknown): NamedPolicy | null {
  return POLICIES.find((policy) => policy.name === name) ?? null;
}
