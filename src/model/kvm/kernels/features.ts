/** Where the rules of a kernel are stated, by part. Ids of the list of sources. */
export interface RuleSources {
  /** arch/arm64/kvm/mmu.c: the fault path and the arm64 memslot hook. */
  readonly mmu: readonly string[];
  /** What concerns cacheable PFNMAP mappings in it. */
  readonly cacheable: readonly string[];
  /** The answer of KVM_CHECK_EXTENSION. */
  readonly capability: readonly string[];
  /** virt/kvm/kvm_main.c: which kind of change a memslot request is. */
  readonly memslotChange: readonly string[];
  /** The size of a mapping. */
  readonly granule: readonly string[];
  /** hyp/pgtable.c: leaves, and the cache maintenance of its walkers. */
  readonly pgtable: readonly string[];
  /** Set/way maintenance and toggling of caches by a guest. */
  readonly cacheTrap: readonly string[];
}

/** What a kernel has; a field of an input that describes something else is refused. */
export interface KernelFeatures {
  /** `kvm_vma_is_cacheable()` exists. */
  readonly vmaIsCacheable: boolean;
  /** guest_memfd slots on arm64. */
  readonly guestMemfd: boolean;
  /** Protected VMs are told apart in the memslot hook. */
  readonly protectedVm: boolean;
  /** `user_mem_abort()` handles unsupported exclusive and atomic accesses. */
  readonly exclAtomicFault: boolean;
  /** `get_vma_page_shift()` offers blocks for a PFNMAP, by vm_pgoff. */
  readonly pfnmapShift: boolean;
  /** A page that is mapped non-cacheable is never made a block by the host's own leaf. */
  readonly noncacheableStaysPage: boolean;
  /** Exits between the PFN lookup and the lock drop the page reference. */
  readonly dropsPageEarly: boolean;
}

/** Parts of a kernel that were read for some kernels only; elsewhere the answer is 'unknown'. */
export interface ReadSoFar {
  /** `kvm_handle_guest_abort()` before it hands the fault on. */
  readonly guestAbort: boolean;
  /** `hva_to_pfn()`: how the page behind an address is found. */
  readonly lookup: boolean;
  /** What initialising a vCPU does, beyond TVM at the first time. */
  readonly vcpuInit: boolean;
  /** How much of the instruction cache is invalidated for a leaf. */
  readonly icacheRange: boolean;
  /** The checks of the pKVM hypercall that maps a page for a VM that is not protected. */
  readonly pkvmMap: boolean;
  /** The translation of a VNCR page. */
  readonly vncr: boolean;
}
