// cspell:words capabilit creat hypervisorcreate initiali thunderx
import type { PartReaders } from './parts.ts';

/** What tells that a line may tell of a call in the words of a program. */
const OF_CALL =
  /region|user[_ ]?memory|bytes of memory|memory listener|userspace mapping|memfd|slot|kvm[_ ]run|vcpu|cpu_(?:exec|run)|kvm ?exit|to emulate|ioas|iommufd|dma|phys_?addr|creat\w{1,3}[_ ]?(?:a |the |kvm ){0,2}vm/;

/** What a host says of itself, and the name of a CPU. */
const OF_HOST =
  /force write-back|i\/d coherence|mode initialized|arm\.mode=|(?:fwb|dic|idc|pkvm) ?(?:[:=]|is)|mte|qemu-[\w-]{0,20} |protected-vm|cpu features|cortex-|neoverse|ampere|graviton|apple m\d|kunpeng|\bhip\d|thunderx|a64fx|carmel|storm|avalanche|blizzard/;

/** What a log may say that is no call of a VMM. */
const OF_LOG =
  /fsc = |(?:write|internal|memory) error|serror|unable to handle|oops|abort(?!ed)|panic|exception|unhandled|head!|bad ring|out of (?:step|sync|range)|corrupt|stale|inconsistent|looped desc|size exceeded|incorrect order|(?:used|says) index|drivers?_|hyp mode|kvm (?:disabled|is not|not found|object|(?:kernel )?module)|initiali[sz]e kvm|kvm(?:new|context)?\(|hypervisorcreate|dev\/kvm(?:\W{0,3}$|.{0,120}(?:denied|permitted|no such|exist|= -1|error\W|os error|\b(?:eacces|eperm|enoent|enodev|enxio)))|cpu \d{1,5} not supported|init_vcpu|(?:vcpu_?|arm)(?:init|final)|preferred_target|registers? (?:after|before|to|from)|(?:init|i[sz]e) (?:the )?vcpu|gic\w{0,2}\.rs|arm_?gic|arm_user_irq|set attribute|boot cpu|hardware name|machine model|dmi: |sig(?:bus|segv|ill|abrt)|signal:? 7|\b135|bus error|bus_|7\/bus|^\W{0,3}(?:\.{3}|\[?\s?(?:snip|cut|omit|trunc))/;

/** What a line on VFIO or an IOMMU says where a device could not be handed over. */
const OF_BIND =
  /probe|group|found|detected|behind|viable|dev\/vfio|container|models|set_iommu|device_fd|1:1|bind|new_id|no such|missing/;

/** A VMM, a driver or a device. */
const OF_PROGRAM =
  /qemu|error: kvm run failed|cloud[-_ ]hyp|crosvm|firecracker|anonymous|vstate|krun(?:_|\b)|muvm|kvmtool|lkvm|kernel (?:driver in|modules:)|pc : \S+ \[|nvgrace|amdgpu|radeon|nouveau|panfrost|panthor|asahi|lima|v3d|vgem|rknpu|tt-smi|vfio[-_](?:pl|f|c)|g[hb]\d\d|dgx/;

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
  mentions: (low) => OF_CALL.test(low),
  exits: (low) => /exit(?!ed|ing)/.test(low),
  mappings: (low) => /vm_?flag|[r-][w-][x-][sp] /.test(low),
  pageSize: (low) => /page|[-+]\d{1,2}k\b/.test(low),
  host: (low) => OF_HOST.test(low),
  tried: (low) => /unsupported fsc(?!: ?ec)|failed to find vma(?! for hva)|\bread/.test(low),
  programs: (low) => OF_PROGRAM.test(low),
};
