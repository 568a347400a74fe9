import type { Question } from '../../model/index.ts';

/** What decides a stage-2 fault on an ordinary slot; up to 7.0 most of it stood in one function. */
const FAULT = [
  'user_mem_abort',
  'kvm_s2_fault_get_vma_info',
  'kvm_s2_fault_pin_pfn',
  'kvm_s2_fault_compute_prot',
  'kvm_s2_fault_map',
  'kvm_is_write_fault',
  'kvm_vma_is_cacheable',
  'kvm_supports_cacheable_pfnmap',
  'kvm_vma_mte_allowed',
  'sanitise_mte_tags',
  'adjust_nested_fault_perms',
  'adjust_nested_exec_perms',
] as const;

const SIZE = [
  'kvm_s2_resolve_vma_size',
  'get_vma_page_shift',
  'fault_supports_stage2_huge_mapping',
  'transparent_hugepage_adjust',
  'get_user_mapping_size',
] as const;

/**
 * The functions of Linux behind each question of the model, in `arch/arm64` and `virt/kvm`. A change of
 * their text puts the answers in doubt; one elsewhere may too, and is not noticed. Not every kernel has
 * every function. Source: kernel.md, and the sources of the rules themselves.
 */
export const FUNCTIONS: Readonly<Record<Question, readonly string[]>> = {
  checkExtension: [
    'kvm_vm_ioctl_check_extension',
    'kvm_pkvm_ext_allowed',
    'pkvm_ext_allowed',
    'kvm_supports_cacheable_pfnmap',
  ],
  vmaIsCacheable: ['kvm_vma_is_cacheable'],
  memslotChange: [
    'check_memory_region_flags',
    'kvm_set_memory_region',
    '__kvm_set_memory_region',
    'kvm_prepare_memory_region',
    'kvm_set_memslot',
  ],
  prepareMemoryRegion: [
    'kvm_arch_prepare_memory_region',
    'kvm_vma_is_cacheable',
    'kvm_supports_cacheable_pfnmap',
    'kvm_vma_mte_allowed',
  ],
  handleFault: [...FAULT, ...SIZE],
  handleGuestAbort: [
    'kvm_handle_guest_abort',
    'kvm_handle_guest_sea',
    'handle_access_fault',
    'io_mem_abort',
    'kvm_vcpu_abt_issea',
  ],
  handleGuestMemfdFault: ['gmem_abort', 'adjust_nested_fault_perms', 'adjust_nested_exec_perms'],
  handleProtectedFault: ['pkvm_mem_abort'],
  pkvmMap: ['pkvm_pgtable_stage2_map', '__pkvm_host_share_guest'],
  vncrPage: ['kvm_translate_vncr', 'kvm_handle_vncr_abort'],
  hvaToPfn: ['hva_to_pfn', 'hva_to_pfn_fast', 'hva_to_pfn_slow', 'hva_to_pfn_remapped'],
  granule: SIZE,
  vmaPageShift: ['get_vma_page_shift'],
  slotSupportsHuge: ['fault_supports_stage2_huge_mapping'],
  stage2Attributes: ['stage2_set_prot_attr'],
  cacheMaintenance: [
    'stage2_map_walker_try_leaf',
    'stage2_attr_walker',
    'stage2_unmap_walker',
    'stage2_flush_walker',
    'stage2_pte_cacheable',
    'kvm_pgtable_stage2_relax_perms',
    '__clean_dcache_guest_page',
  ],
  icacheRange: ['__invalidate_icache_guest_page'],
  setWayTrap: ['access_dcsw', 'kvm_set_way_flush', 'stage2_flush_vm'],
  cacheToggle: ['kvm_toggle_cache', 'stage2_flush_vm'],
  vcpuInit: [
    'kvm_arch_vcpu_ioctl_vcpu_init',
    'stage2_unmap_vm',
    'icache_inval_all_pou',
    'vcpu_reset_hcr',
  ],
};

/** Each of them once, by name. */
export const WATCHED: readonly string[] = [...new Set(Object.values(FUNCTIONS).flat())].sort();

/** The questions behind which a function stands. */
export function questionsOf(name: string): Question[] {
  const all = Object.entries(FUNCTIONS) as [Question, readonly string[]][];
  return all.filter(([, names]) => names.includes(name)).map(([question]) => question);
}
