// cspell:words capabilit creat hypervisorcreate initiali
import type { PartReaders } from './parts.ts';

/** What tells that a line may tell of a call in the words of a program. */
const OF_CALL =
  /region|memory|memfd|slot|mapping|\brun|_run|vcpu|exec|exit|emulate|ioas|iommufd|dma|phys_?addr|creat/;
const NEAR_CALL = /mem|cpu|kvm|vm\b|creat|iommu|ioas|dma|slot|userspace|phys_?addr/;

const OF_HOST =
  /stage-2|cache|\bmode|fwb|dic\b|idc\b|pkvm|mte|protected|qemu-[\w-]{0,20} |cpu|processor|midr|host/;
/** Words of a VMM's own threads and fields, which say nothing of a host. */
const OF_THREADS = /(?:v|virtual )cpus?|cpu(?:\.rs|_?run)|user_memory|host_addr/g;

/** What a log may say that is no call of a VMM. */
const OF_LOG =
  /fsc = |(?:write|internal|memory) error|serror|unable|oops|abort|panic|exception|unhandled|head!|virtio|virtqueue|vring|vhost|index|out of range|drivers?_|hyp mode|kvm (?:disabled|is not|not found|object|(?:kernel )?module)|initiali[sz]e kvm|kvm(?:new|context)?\(|hypervisorcreate|dev\/kvm(?:\W{0,3}$|.{0,120}(?:denied|permitted|no such|exist|= -1|os error))|(?:denied|permitted|file or directory|device) \(os error|not supported|init_vcpu|(?:vcpu_?|arm)(?:init|final)|preferred_target|registers? (?:after|before|to|from)|(?:init|i[sz]e) (?:the )?vcpu|gic\w{0,2}\.rs|arm_?gic|arm_user_irq|set attribute|boot cpu|hardware name|machine model|dmi: |sig|135|bus|corruption|^\W{0,3}(?:\.{3}|\[?\s?(?:snip|cut|omit|trunc))/;

/** What a line on VFIO or an IOMMU says where a device could not be handed over. */
const OF_BIND =
  /probe|group|found|detected|behind|viable|dev\/vfio|container|models|set_iommu|device_fd|1:1|bind|new_id|no such|missing/;

/** A VMM, a driver or a device. */
const OF_PROGRAM =
  /qemu|run failed|hypervisor|crosvm|firecracker|anonymous|vstate|krun|muvm|kvmtool|lkvm|kernel [dm]|pc : |nvgrace|amdgpu|radeon|nouveau|panfrost|panthor|asahi|lima|v3d|vgem|rknpu|tt-smi|vfio[-_](?:pl|f|c)|g[hb]\d\d|dgx/;

/**
 * Whether a line may say something to a reader that is a part: cheap, and asked before the part is.
 * Lines are in small letters.
 */
export const GATES: { readonly [K in keyof PartReaders]: (low: string) => boolean } = {
  traces: (low) => /(?:ioctl|open|openat|m(?:un)?map|close)\(|resumed>/.test(low),
  capabilities: (low) => /243|0xf3|cap_|check_ext|capabilit|extension|\/dev\/kvm/.test(low),
  kvmLines: (low) =>
    /unsupported fsc: {0,3}ec|find vma for hva|valid syndrome|decoding not|mmio_nisv/.test(low),
  logs: (low) => OF_LOG.test(low) || (/vfio|iommu/.test(low) && OF_BIND.test(low)),
  mentions: (low) => OF_CALL.test(low) && NEAR_CALL.test(low),
  exits: (low) => low.includes('exit'),
  mappings: (low) => /vm_?flag|[r-][w-][x-][sp] /.test(low),
  pageSize: (low) => /page|\dk\b/.test(low),
  host: (low) => OF_HOST.test(low.replace(OF_THREADS, '')),
  tried: (low) => /unsupported fsc(?!: ?ec)|failed to find vma(?! for hva)|\bread/.test(low),
  programs: (low) => OF_PROGRAM.test(low),
};
