import {
  landedFault,
  landedSlot,
  mapWord,
  oldFault,
  oldSlot,
  toldFault,
  toldSlot,
} from './kernels.ts';
import type { FaultAnswer, NamedPolicy, PolicyFault } from './policy.ts';
import { faultOfV3, faultOfV6, slotOfMarch, slotOfV6 } from './posted.ts';

const CHOICE =
  'Not taken up: there is no policy for each VM. The mail knew FWB only; here DIC is asked too.';
const POSTED =
  'Posted in v4 to v6; refused by Gunthorpe and Christopherson, let go by Upton, gone in v7.';
const MARCH =
  'Gunthorpe objected the same day: a slot without it is the mismatch. v4 to v6 had another flag.';

const CHRISTOPHERSON = {
  by: 'Sean Christopherson',
  how: 'offered the choice for each VM, 26 March 2025',
  source: ['V3-SEAN3'],
};
const AGRAWAL = {
  by: 'Ankit Agrawal',
  how: 'posted it, 18 to 24 May 2025',
  source: ['V4-4', 'V5-4', 'V6-4'],
};
const MARCH_18 = [
  { by: 'Marc Zyngier', how: 'proposed it, 18 March 2025', source: ['V3-MAZ5'] },
  { by: 'Oliver Upton', how: 'proposed it, 18 March 2025', source: ['V3-OLI1'] },
];

/**
 * The answers to the question of 2025, each from its patch or from the mail of who proposed it.
 * Those that need FWB and DIC ask the landed code; those that leave a check out ask it with that
 * check satisfied. A name with a colon is one of two choices that user space has.
 */
export const POLICIES: readonly NamedPolicy[] = [
  {
    name: 'fallback-to-device',
    meaning: 'Whatever the VMA says, memory that is not RAM is Device or Normal-NC.',
    onMemslot: oldSlot,
    onFault: oldFault,
    argued: [
      { by: 'Ankit Agrawal', how: 'floated it, 11 March 2025', source: ['V3-ANK1'] },
      {
        by: 'Marc Zyngier',
        how: 'for hosts without FWB, 26 March 2025',
        source: ['V3-MAZ7'],
      },
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
      {
        by: 'Jason Gunthorpe',
        how: 'the error, at memslot and fault, 31 March 2025; DIC too, 29 April',
        source: ['SEED', 'V3-JGG14'],
      },
      {
        by: 'Catalin Marinas',
        how: 'refuse such slots first, 19 March 2025; the instruction cache, 29 April',
        source: ['V3-CAT3', 'V3-CAT10'],
      },
      {
        by: 'Oliver Upton',
        how: 'a check at the memslot too, 18 March 2025',
        source: ['V3-OLI2'],
      },
      {
        by: 'Ankit Agrawal',
        how: 'planned the error, 16 April 2025; posted it, 5 July',
        source: ['V3-ANK4', 'V10-5'],
      },
    ],
    became: 'Landed in 6.17, unchanged in 7.3.',
    source: ['V10-5', 'CODE617', 'CODE734'],
  },
  {
    name: 'fwb-only',
    meaning: 'As landed, but FWB alone is asked for.',
    onMemslot: (input) => toldSlot(input, { dic: true }),
    onFault: (input) => toldFault(input, { dic: true }),
    argued: [
      {
        by: 'Catalin Marinas',
        how: 'cacheable with FWB only, since October 2023',
        source: ['V1-CAT', 'V2-CAT'],
      },
      {
        by: 'Sean Christopherson',
        how: 'with FWB follow the VMA, else refuse, 26 March 2025',
        source: ['V3-SEAN1'],
      },
      {
        by: 'Oliver Upton',
        how: 'the second of his four rules, 26 March 2025',
        source: ['V3-OLI4'],
      },
      {
        by: 'Jason Gunthorpe',
        how: 'agreed with the rules and to fail without FWB, 31 March 2025',
        source: ['V3-JGG6', 'SEED'],
      },
    ],
    became: 'Given up when the instruction cache was thought of; DIC was added.',
    source: ['V3-CAT10', 'V3-JGG14'],
  },
  {
    name: 'error-at-fault-only',
    meaning: 'The memslot is taken unseen; the fault asks for FWB alone, else EINVAL.',
    onMemslot: oldSlot,
    onFault: faultOfV3,
    argued: [{ by: 'Ankit Agrawal', how: 'posted it, 10 March 2025', source: ['V3-1', 'V3-0'] }],
    became: 'Version 3 as posted; a check at the memslot came with v4, and DIC.',
    source: ['V3-1', 'V3-MAZ1', 'V4-4'],
  },
  {
    name: 'cacheable-unchecked',
    meaning: 'Stage 2 follows the VMA on every host; nothing is asked and nothing maintained.',
    onMemslot: oldSlot,
    onFault: followVma,
    argued: [],
    became: 'Nobody proposed it; Christopherson named it as what corrupts data.',
    source: ['V3-SEAN3', 'SEED'],
  },
  {
    name: 'cacheable-with-cmos',
    meaning: 'Stage 2 follows the VMA, and KVM maintains the caches through a mapping on demand.',
    onMemslot: oldSlot,
    onFault: (input) => maintained(followVma(input)),
    argued: [
      {
        by: 'Jason Gunthorpe',
        how: 'named it as the way if hosts without FWB matter, 31 March 2025',
        source: ['SEED'],
      },
    ],
    became:
      'Never posted. Christopherson agrees that the missing mapping can be solved; 7.3 has none.',
    source: ['SEED', 'V3-SEAN2', 'CODE734'],
  },
  {
    name: 'opt-in-fallback:error',
    meaning: 'User space chooses for each VM; this VM chose the error.',
    onMemslot: landedSlot,
    onFault: landedFault,
    argued: [CHRISTOPHERSON],
    became: CHOICE,
    source: ['SEED', 'V10-6', 'CODE617'],
  },
  {
    name: 'opt-in-fallback:device',
    meaning: 'User space chooses for each VM; this VM chose Device where FWB or DIC is missing.',
    onMemslot: oldSlot,
    onFault: (input) => (input.fwb && input.dic ? landedFault(input) : oldFault(input)),
    argued: [CHRISTOPHERSON],
    became: CHOICE,
    source: ['SEED', 'V10-6', 'CODE617'],
  },
  {
    name: 'memslot-flag:set',
    meaning: 'The slot has the flag of v4 to v6: cacheable with FWB and DIC, else EINVAL.',
    onMemslot: (input) => slotOfV6(true, input).answer,
    onFault: faultOfV6,
    argued: [AGRAWAL],
    became: POSTED,
    source: ['V4-4', 'V6-4', 'V6-JGG', 'V6-SEAN1', 'V6-OLI', 'V10-0'],
  },
  {
    name: 'memslot-flag:unset',
    meaning: 'The slot lacks the flag of v4 to v6: EINVAL over a cacheable VMA, on every host.',
    onMemslot: (input) => slotOfV6(false, input).answer,
    onFault: faultOfV6,
    argued: [AGRAWAL],
    became: POSTED,
    source: ['V4-4', 'V6-4', 'V6-JGG', 'V6-SEAN1', 'V6-OLI', 'V10-0'],
  },
  {
    name: 'flag-or-device:set',
    meaning: 'The slot asks to be cacheable: it needs FWB, else it is refused.',
    onMemslot: (input) => slotOfMarch(true, input),
    onFault: (input) => toldFault(input, { dic: true }),
    argued: MARCH_18,
    became: MARCH,
    source: ['V3-JGG1', 'V3-OLI3', 'V4-4'],
  },
  {
    name: 'flag-or-device:unset',
    meaning: 'The slot does not ask: it is taken, and mapped Device or Normal-NC as before.',
    onMemslot: (input) => slotOfMarch(false, input),
    onFault: oldFault,
    argued: MARCH_18,
    became: MARCH,
    source: ['V3-JGG1', 'V3-OLI3', 'V4-4'],
  },
  {
    name: 'clean-before-device',
    meaning: 'Device or Normal-NC as before, but cleaned to the PoC at the hand-over, FWB or not.',
    onMemslot: oldSlot,
    onFault: (input) => maintained(oldFault(input)),
    argued: [],
    became:
      'Nobody proposed it for KVM; Upton named the missing clean. Xen cleans what it gives a guest.',
    source: ['V3-OLI4', 'X-RULE', 'X-TREE'],
  },
];

/** The landed code, told that the host has what it asks for. */
function followVma(input: PolicyFault): FaultAnswer {
  return toldFault(input, { fwb: true, dic: true });
}

/** An answer that maps, with the maintenance; RAM has KVM's own. */
function maintained(answer: FaultAnswer): FaultAnswer {
  const word =
    typeof answer === 'object' && 'mapping' in answer ? mapWord(answer.mapping?.memType) : answer;
  return word === 'normal' || word === 'device' || word === 'normal-nc'
    ? { map: word, maintain: true }
    : answer;
}
