/*
 * The part of the public API that most snippets and figures use, as an entry of its own: a browser
 * loads it first, and `index.ts`, which has every name, only where a name is missing here. Names
 * and answers are the same in both.
 */
export { combineStages } from './arch/combine/combine.ts';
export { decodeMairAttr } from './arch/mair.ts';
export { memoryName } from './arch/memory-name.ts';
export { decodeStage2MemAttr } from './arch/stage2-memattr.ts';
export { KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED } from './kvm/capability/number.ts';
export { checkExtension } from './kvm/capability/check-extension.ts';
export { handleFault } from './kvm/fault/handle-fault.ts';
export { KERNELS } from './kvm/kernels/rule-names.ts';
export { prepareMemoryRegion } from './kvm/memslot/prepare.ts';
export { ATTR_INDX_NAMES, attrIndxName } from './kvm/vma/attr-indx.ts';
export { vmaIsCacheable } from './kvm/vma/cacheable.ts';
export { label } from './explain/label.ts';
export { readTree } from './explain/read-tree.ts';
export { renderTree } from './explain/render-tree.ts';
export { wordFor } from './explain/in-short.ts';
export { describe, explain, inShort, renderText } from './explain/usual.ts';
