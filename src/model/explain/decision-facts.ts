import { memoryName, type MemoryName } from '../arch/memory-name.ts';
import { stage2MemAttr } from '../arch/stage2-memattr.ts';
import type { Decision } from '../kvm/decisions.ts';
import { memAttrOf, type Mapping } from '../kvm/fault/mapping.ts';
import type { Fact } from './show-tree.ts';
import { bits } from './vocabulary.ts';

/** The stage-2 memory type that a decision ends with; null where nothing is mapped. */
export function decisionMemory(decision: Decision): MemoryName | null {
  if (decision.question !== 'handleFault' || decision.mapping === null) return null;
  return memoryName(stage2MemAttr(memAttrOf(decision.mapping.memType, true), true, false));
}

/** What a decision says beside its verdict. */
export function decisionFacts(decision: Decision): Fact[] {
  const facts: Fact[] = [];
  if (decision.ret !== null) facts.push(['returns', returns(decision)]);
  switch (decision.question) {
    case 'memslotChange':
      if (decision.verdict !== 'invalid')
        facts.push(['change', decision.change ?? 'none, the hook is not called']);
      break;
    case 'prepareMemoryRegion':
      if (decision.refusedVma !== null)
        facts.push(['refused VMA', `number ${decision.refusedVma + 1}`]);
      break;
    case 'handleFault':
      if (decision.mapping !== null) facts.push(...mappingFacts(decision.mapping));
      if (decision.injected !== null) facts.push(['guest gets', decision.injected]);
      if (decision.mteTagsSanitised === true) facts.push(['MTE tags', 'initialised']);
      if (decision.markedDirty === true) facts.push(['page', 'marked dirty']);
      break;
    default:
  }
  return facts;
}

function returns(decision: Decision): string {
  return decision.errno === null ? String(decision.ret) : `${decision.ret} (-${decision.errno})`;
}

function mappingFacts(mapping: Mapping): Fact[] {
  const may = [mapping.r ? 'read' : '', mapping.w ? 'write' : '', mapping.x ? 'execute' : ''];
  const facts: Fact[] = [['guest may', may.filter((word) => word !== '').join(', ')]];
  if (mapping.memAttr !== null) facts.push(['MemAttr', memAttrWords(mapping)]);
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
