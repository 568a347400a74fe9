import type { MemoryName } from '../model/index.ts';

/**
 * Classes of the chip for a memory name. The swatch before the word carries colour and pattern:
 * Write-Back solid, Write-Through solid with a line, Non-cacheable hatched, Device dashed.
 */
export function memClass(name: MemoryName): string {
  return `mem mem-${kind(name)}`;
}

function kind(name: MemoryName): string {
  switch (name) {
    case 'WB':
    case 'WT':
    case 'NC':
    case 'mixed':
      return name.toLowerCase();
    case 'as stage 1':
      return 'as';
    case 'reserved':
    case 'invalid':
      return 'none';
    default:
      return 'dev';
  }
}
