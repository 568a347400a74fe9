import type * as usual from '../../model/usual.ts';
import type { ImportedName } from './types.ts';

/*
 * The names of `src/model/usual.ts`, as words: who asks which sandbox a program needs must not load
 * the model for it. The type refuses a name too many and a name too few.
 */
const NAMES: Readonly<Record<keyof typeof usual, true>> = {
  ATTR_INDX_NAMES: true,
  KERNELS: true,
  KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED: true,
  attrIndxName: true,
  checkExtension: true,
  combineStages: true,
  decodeMairAttr: true,
  decodeStage2MemAttr: true,
  describe: true,
  explain: true,
  handleFault: true,
  inShort: true,
  label: true,
  memoryName: true,
  prepareMemoryRegion: true,
  readTree: true,
  renderText: true,
  renderTree: true,
  vmaIsCacheable: true,
  wordFor: true,
};

/** isUsual says whether the usual part of the model has all that a program imports. */
export function isUsual(imports: readonly ImportedName[]): boolean {
  return imports.every(({ name }) => Object.hasOwn(NAMES, name));
}
