import { ERRNO_NAMES } from '../keys/errno.ts';

/** Names that are written in capitals, and mean something else, or nothing, without. */
const NAMES = new RegExp(
  String.raw`\b(?:kvm_(?:set_user_memory_region2?|run|check_extension|create_(?:guest_memfd|vm|vcpu)|enable_cap|(?:cap|mem|exit)_\w{1,50})|guest_memfd_flag_\w{1,30}|iommu_ioas_map|vfio_iommu_map_dma|sig(?:bus|segv|ill|abrt)|bus_(?:adraln|adrerr|objerr|mceerr_a[ro])|${ERRNO_NAMES.join('|').toLowerCase()})(?!\w)`,
  'g',
);

/** The lines of a text that somebody wrote in small letters alone, with the names in it as they are written. */
export function withCapitals(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => /[A-Z]/.test(line))) return lines;
  return lines.map((line) => line.replace(NAMES, (name) => name.toUpperCase()));
}
