import { memoryName, type MemoryName } from '../arch/memory-name.ts';
import { stage2MemAttr } from '../arch/stage2-memattr.ts';
import type { Decision } from '../kvm/decisions.ts';
import type { IcacheRangeDecision } from '../kvm/pgtable/icache-range.ts';
import { memAttrOf } from '../kvm/fault/mapping.ts';
import { injectedInWords, lookupFacts } from './abort-facts.ts';
import { leafFacts, mappingFacts, sizeFacts, tvmFacts } from './page-facts.ts';
import { releaseInWords } from './release-in-words.ts';
import type { Fact } from './show-tree.ts';

/** The stage-2 memory type that a decision ends with; null where nothing is mapped. */
export function decisionMemory(decision: Decision): MemoryName | null {
  if ('leaf' in decision && decision.leaf !== null) {
    const { memAttr } = decision.leaf;
    return memoryName(stage2MemAttr(memAttr, memAttr !== 0xf, false)); // 0xf is Normal without FWB
  }
  if (!('mapping' in decision) || decision.mapping === null) return null;
  return memoryName(stage2MemAttr(memAttrOf(decision.mapping.memType, true), true, false));
}

/** What a decision says beside its verdict. */
export function decisionFacts(decision: Decision): Fact[] {
  const facts: Fact[] = [];
  if (decision.release) facts.push(['kernel', releaseInWords(decision.release)]);
  if (decision.ret !== null) facts.push(['returns', returns(decision)]);
  if ('mapping' in decision && decision.mapping !== null)
    facts.push(...mappingFacts(decision.mapping));
  if ('injected' in decision && decision.injected !== null)
    facts.push(['guest gets', injectedInWords(decision)]);
  if ('exit' in decision && decision.exit !== null) facts.push(['exit', decision.exit]);
  if (decision.verdict !== 'invalid') facts.push(...ownFacts(decision));
  if ('markedDirty' in decision && decision.markedDirty === true)
    facts.push(['page', 'marked dirty']);
  return facts;
}

function ownFacts(decision: Decision): Fact[] {
  switch (decision.question) {
    case 'memslotChange':
      return [['change', decision.change ?? 'none, the hook is not called']];
    case 'prepareMemoryRegion':
      return decision.refusedVma === null
        ? []
        : [['refused VMA', `number ${decision.refusedVma + 1}`]];
    case 'handleFault':
      return decision.mteTagsSanitised === true ? [['MTE tags', 'initialised']] : [];
    case 'handleGuestAbort':
      return [
        ['handled by', decision.handler ?? 'kvm_handle_guest_abort'],
        ...(decision.effect === null ? [] : [['effect', decision.effect] as const]),
        ...(decision.log === null ? [] : [['log of the host', decision.log] as const]),
      ];
    case 'hvaToPfn':
      return lookupFacts(decision);
    case 'stage2Attributes':
      return decision.leaf === null ? [] : leafFacts(decision.leaf);
    case 'cacheMaintenance':
      return [
        ['data cache', done(decision.dcacheCallback, decision.dcacheMaintained)],
        ['instruction cache', done(decision.icacheCallback, decision.icacheMaintained)],
        ...(decision.tlbInvalidated === true ? [['TLB', 'old leaf invalidated'] as const] : []),
      ];
    case 'icacheRange':
      return icacheFacts(decision);
    case 'granule':
      return sizeFacts(decision);
    case 'vcpuInit':
      return [
        ...tvmFacts(decision.tvm),
        ...(decision.unmapsStage2 === true
          ? [['stage 2', 'unmapped, but for PFNMAP'] as const]
          : []),
        ...(decision.callsIcache === true
          ? [['instruction cache', wholeIcache(decision.invalidatesIcache)] as const]
          : []),
      ];
    case 'setWayTrap':
    case 'cacheToggle':
      return tvmFacts(decision.tvm);
    default:
      return [];
  }
}

/** What is left of an instruction cache; nothing to say where the code was not read. */
function icacheFacts({ chosen, issued, lines }: IcacheRangeDecision): Fact[] {
  if (chosen === null) return [];
  if (chosen === 'all') return [['instruction cache', wholeIcache(issued === 'all')]];
  const some = lines === null ? 'nothing invalidated' : `${lines} lines, by address`;
  return [['instruction cache', some]];
}

function wholeIcache(emptied: boolean | null): string {
  return emptied ? 'all of it invalidated' : 'call returns at once, nothing done';
}

function returns(decision: Decision): string {
  return decision.errno === null ? String(decision.ret) : `${decision.ret} (-${decision.errno})`;
}

/** A callback that is invoked is not maintenance that is done. */
function done(callback: boolean | null, maintained: boolean | null): string {
  if (maintained) return 'maintained';
  return callback ? 'callback invoked, nothing done' : 'not touched';
}
