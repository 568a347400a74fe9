import { shiftName } from '../../kvm/granule/shifts.ts';
import { endInWords, maintained } from '../end-in-words.ts';
import { sizeFacts } from '../page-facts.ts';
import type { Fact } from '../show-tree.ts';
import { verdictWord } from '../words.ts';
import { cachesFacts, flushed, icacheFacts, tvmFacts, wholeIcache } from './caches.ts';
import { leafFacts } from './leaf.ts';
import { lookedUp, lookupFacts } from './lookup.ts';
import type { Tellings } from './telling.ts';

/** What all other questions tell. */
export const SELDOM_TELLINGS: Tellings = {
  memslotChange: {
    facts: ({ change }) => [['change', change ?? 'none, the hook is not called']],
    consequence: ({ errno, change }) => {
      if (errno !== null) return `So the request fails with ${errno}.`;
      return change === null ? 'So nothing changes.' : `So the change is ${change}.`;
    },
  },
  handleGuestAbort: {
    facts: ({ handler, effect, log }) => {
      const facts: Fact[] = [['handled by', handler ?? 'kvm_handle_guest_abort']];
      if (effect !== null) facts.push(['effect', effect]);
      if (log !== null) facts.push(['log of the host', log]);
      return facts;
    },
  },
  hvaToPfn: { facts: lookupFacts, consequence: lookedUp },
  stage2Attributes: {
    facts: ({ leaf }) => (leaf === null ? [] : leafFacts(leaf)),
    consequence: ({ errno }) =>
      errno === null ? 'So the leaf is written.' : `So KVM returns ${errno}.`,
  },
  cacheMaintenance: {
    facts: cachesFacts,
    consequence: ({ errno, verdict }) =>
      errno === null ? maintained(verdict) : `So KVM returns ${errno}.`,
  },
  icacheRange: { facts: icacheFacts },
  granule: {
    facts: sizeFacts,
    consequence: ({ shift }) =>
      shift === null ? 'So the guest tries again.' : `So the size is ${shiftName(shift)}.`,
  },
  vmaPageShift: { consequence: ({ shift }) => `So the VMA offers ${shiftName(shift ?? 12)}.` },
  slotSupportsHuge: { consequence: (decision) => `So the size is ${verdictWord(decision)}.` },
  vcpuInit: {
    facts: ({ tvm, unmapsStage2, callsIcache, invalidatesIcache }) => {
      const facts = tvmFacts(tvm);
      if (unmapsStage2 === true) facts.push(['stage 2', 'unmapped, but for PFNMAP']);
      if (callsIcache === true) facts.push(['instruction cache', wholeIcache(invalidatesIcache)]);
      return facts;
    },
    consequence: (decision) =>
      decision.errno === null
        ? endInWords(decision)
        : `So KVM_ARM_VCPU_INIT fails with ${decision.errno}.`,
  },
  setWayTrap: { facts: ({ tvm }) => tvmFacts(tvm), consequence: flushed },
  cacheToggle: { facts: ({ tvm }) => tvmFacts(tvm), consequence: flushed },
};
