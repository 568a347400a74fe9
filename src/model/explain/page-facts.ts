import { shiftName } from '../kvm/granule/shifts.ts';
import type { Mapping, MappingSize } from '../kvm/fault/mapping.ts';
import type { Fact } from './show-tree.ts';
import { bits } from './digits.ts';

const EXECUTE: Readonly<Record<Mapping['exec'], string>> = {
  none: '',
  EL0: 'execute at EL0',
  EL1: 'execute at EL1',
  both: 'execute',
};

/** What was done to the stage-2 table. */
export function mappingFacts(mapping: Mapping): Fact[] {
  const may = [mapping.r ? 'read' : '', mapping.w ? 'write' : '', EXECUTE[mapping.exec]];
  const granted = may.filter((word) => word !== '').join(', ');
  const facts: Fact[] = [['guest may', granted === '' ? 'nothing' : granted]];
  if (mapping.memAttr !== null) facts.push(['MemAttr', memAttrWords(mapping)]);
  if (mapping.size !== null) facts.push(...sizeFacts(mapping.size));
  return facts;
}

/** Size and place of a mapping. */
export function sizeFacts({ shift, ipaBack }: { [K in keyof MappingSize]: MappingSize[K] | null }) {
  if (shift === null) return [];
  const facts: Fact[] = [['size', shiftName(shift)]];
  if (ipaBack) facts.push(['starts', `${ipaBack} pages before the fault`]);
  return facts;
}

function memAttrWords({ memAttr, memType }: Mapping): string {
  const field = bits(memAttr);
  if (memType === 'DEVICE') return `${field}, Device-nGnRE`;
  if (memType === 'NORMAL_NC') return `${field}, Normal Non-cacheable`;
  return memAttr === 6
    ? `${field}, Write-Back whatever stage 1 asks`
    : `${field}, Write-Back where stage 1 asks for it`;
}
