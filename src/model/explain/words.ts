import type { Decision, Question, Verdict } from '../kvm/decisions.ts';

/** What each question is about. */
export const QUESTION_TITLES: Readonly<Record<Question, string>> = {
  checkExtension: 'capability 243',
  vmaIsCacheable: 'VMA',
  memslotChange: 'memslot request',
  prepareMemoryRegion: 'memslot',
  handleFault: 'stage-2 fault',
  handleGuestAbort: 'stage-2 abort',
  handleGuestMemfdFault: 'guest_memfd fault',
  handleProtectedFault: 'fault of a protected VM',
  pkvmMap: 'pKVM map',
  vncrPage: 'VNCR page',
  hvaToPfn: 'lookup of a host page',
  granule: 'mapping size',
  vmaPageShift: 'size that a VMA offers',
  slotSupportsHuge: 'size in a memslot',
  stage2Attributes: 'stage-2 leaf',
  cacheMaintenance: 'cache maintenance',
  icacheRange: 'instruction cache, by address or all',
  setWayTrap: 'set/way maintenance',
  cacheToggle: 'caches turned on or off',
  vcpuInit: 'vCPU initialisation',
};

/** What was asked, of which kernel. */
export function titleOf(decision: Decision): string {
  const title = QUESTION_TITLES[decision.question];
  return decision.kernel === null ? title : `${title}, ${decision.kernel}`;
}

/** Every verdict, as most questions say it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: 'supported',
  'not-supported': 'not supported',
  cacheable: 'cacheable',
  'not-cacheable': 'not cacheable',
  unknown: 'not read in this kernel',
  accepted: 'accepted',
  refused: 'refused',
  mapped: 'mapped',
  relaxed: 'permissions relaxed',
  retry: 'tried again',
  fails: 'fails at the fault',
  injected: 'injected into the guest',
  signalled: 'signalled to user space',
  resumed: 'the guest goes on',
  emulated: 'taken as an access to a device',
  exits: 'handed to user space',
  found: 'found',
  'not-found': 'not found',
  maintained: 'caches maintained',
  'not-maintained': 'no maintenance',
  invalid: 'bad input',
};

/** Verdicts that a question says in its own words. */
const OWN_WORDS: Readonly<Partial<Record<Question, Partial<Record<Verdict, string>>>>> = {
  vmaIsCacheable: { unknown: 'not asked by this kernel' },
  memslotChange: { refused: 'refused at the memslot' },
  prepareMemoryRegion: { refused: 'refused at the memslot' },
  vcpuInit: { refused: 'refused' },
  pkvmMap: { refused: 'refused by EL2', accepted: 'mapped by EL2' },
  vmaPageShift: { supported: 'a block', 'not-supported': 'a page' },
  slotSupportsHuge: { supported: 'permitted', 'not-supported': 'not permitted' },
};

/** The verdict in words, with the place where it falls. */
export function verdictWord({ question, verdict }: Decision): string {
  return OWN_WORDS[question]?.[verdict] ?? VERDICT_WORDS[verdict];
}
