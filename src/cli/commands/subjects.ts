import type { Question } from '../../model/index.ts';

/** What `decide` can be asked about. */
export interface Subject {
  readonly question: Question;
  /** What it is, in a few words of the list of subjects. */
  readonly about: string;
  /** A command line that works, after the name of the program. */
  readonly example: string;
}

/** The subjects of `decide`, by the name that the command line gives them. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  memslot: {
    question: 'prepareMemoryRegion',
    about: 'a memslot change, in the arm64 hook',
    example: 'decide memslot --kernel v6.17 --fwb 0 --dic 0 --vma pfnmap,attr=MT_NORMAL',
  },
  fault: {
    question: 'handleFault',
    about: 'a stage-2 fault on an ordinary memslot',
    example: 'decide fault --kernel v6.17 --fwb 1 --dic 1 --access read --vma pfnmap',
  },
  capability: {
    question: 'checkExtension',
    about: 'KVM_CHECK_EXTENSION for capability 243',
    example: 'decide capability --kernel v7.3 --fwb 1 --dic 1',
  },
  vma: {
    question: 'vmaIsCacheable',
    about: 'whether a VMA counts as cacheable',
    example: 'decide vma --kernel v7.3 --attr-indx MT_NORMAL_NC',
  },
  request: {
    question: 'memslotChange',
    about: 'which kind of change a memslot request is',
    example: 'decide request --kernel v7.3 --old-exists 1 --size-zero 1',
  },
  abort: {
    question: 'handleGuestAbort',
    about: 'a stage-2 abort, from the exception to KVM_RUN',
    example: 'decide abort --kernel v7.3 --fwb 1 --dic 1 --access read --vma none --memslot none',
  },
  lookup: {
    question: 'hvaToPfn',
    about: 'which frame KVM finds behind an address of user space',
    example: 'decide lookup --kernel v7.3 --vm-pfnmap 1 --write-fault 1 --entry readonly',
  },
  'guest-memfd': {
    question: 'handleGuestMemfdFault',
    about: 'a stage-2 fault on a guest_memfd slot',
    example: 'decide guest-memfd --kernel v7.3 --fwb 0 --dic 0 --access write',
  },
  protected: {
    question: 'handleProtectedFault',
    about: 'a stage-2 fault of a protected pKVM VM',
    example: 'decide protected --kernel v7.3 --fwb 1 --vm-pfnmap 1',
  },
  'pkvm-map': {
    question: 'pkvmMap',
    about: 'what EL2 says to a page of a VM that is not protected',
    example: 'decide pkvm-map --kernel v7.3 --region not-memory',
  },
  vncr: {
    question: 'vncrPage',
    about: 'whether a page can be the VNCR page of a guest hypervisor',
    example: 'decide vncr --kernel v7.3 --pfn-is-map-memory 0',
  },
  granule: {
    question: 'granule',
    about: 'the size of a mapping',
    example: 'decide granule --kernel v7.3 --vma pfnmap,attr=3 --host-mapping-shift 21',
  },
  'vma-size': {
    question: 'vmaPageShift',
    about: 'the size that a VMA offers',
    example:
      'decide vma-size --kernel v6.17 --vm-pfnmap 1 --vm-start 0 --vm-end 512 --vm-pgoff 1024 --hva 5',
  },
  'slot-size': {
    question: 'slotSupportsHuge',
    about: 'whether a memslot permits a size',
    example:
      'decide slot-size --kernel v7.3 --base-gfn 512 --npages 512 --userspace 1024 --hva 1030 --shift 21',
  },
  leaf: {
    question: 'stage2Attributes',
    about: 'the leaf that prot bits become',
    example: 'decide leaf --kernel v7.3 --fwb 1 --r 1 --w 1 --exec both',
  },
  maintenance: {
    question: 'cacheMaintenance',
    about: 'the cache maintenance of a page-table operation',
    example: 'decide maintenance --kernel v7.3 --event map --fwb 1 --dic 0 --new-exec both',
  },
  'icache-range': {
    question: 'icacheRange',
    about: 'the instruction cache for a leaf, by address or as a whole',
    example:
      'decide icache-range --kernel v7.3 --aliasing 0 --page-shift 12 --map-shift 21 --line-shift 6 --dic 0',
  },
  'set-way': {
    question: 'setWayTrap',
    about: 'set/way maintenance by a guest',
    example: 'decide set-way --kernel v7.3 --fwb 0 --tvm 0',
  },
  toggle: {
    question: 'cacheToggle',
    about: 'a guest that turns its MMU and caches on or off',
    example: 'decide toggle --kernel v7.3 --fwb 0 --tvm 1 --was-enabled 0 --now-enabled 1',
  },
  'vcpu-init': {
    question: 'vcpuInit',
    about: 'KVM_ARM_VCPU_INIT, the first time or again',
    example: 'decide vcpu-init --kernel v7.3 --fwb 1 --dic 1 --has-run 1',
  },
};
