import { memoryName, type MemoryName } from '../arch/memory-name.ts';
import { stage2MemAttr } from '../arch/stage2-table.ts';
import type { Decision } from '../kvm/decisions.ts';
import { memAttrOf } from '../kvm/fault/mapping.ts';
import type { Language } from './language.ts';
import { mappingFacts } from './page-facts.ts';
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
export function decisionFacts(decision: Decision, { factsOf }: Pick<Language, 'factsOf'>): Fact[] {
  const facts: Fact[] = [];
  if (decision.release) facts.push(['kernel', releaseInWords(decision.release)]);
  if (decision.ret !== null) facts.push(['returns', returns(decision)]);
  if ('mapping' in decision && decision.mapping !== null)
    facts.push(...mappingFacts(decision.mapping));
  if ('injected' in decision && decision.injected !== null)
    facts.push(['guest gets', injectedInWords(decision)]);
  if ('exit' in decision && decision.exit !== null) facts.push(['exit', decision.exit]);
  if (decision.verdict !== 'invalid') facts.push(...factsOf(decision));
  if ('markedDirty' in decision && decision.markedDirty === true)
    facts.push(['page', 'marked dirty']);
  return facts;
}

function returns(decision: Decision): string {
  return decision.errno === null ? String(decision.ret) : `${decision.ret} (-${decision.errno})`;
}

/** The abort, with its status and address where KVM chose them here. */
function injectedInWords(decision: Extract<Decision, { injected: unknown }>): string {
  const abort = String(decision.injected);
  if (!('injectedStatus' in decision) || decision.injectedStatus === null) return abort;
  const far = decision.injectedFar === 'ipa' ? 'the IPA' : 'its own address';
  return `${abort}: ${decision.injectedStatus}, FAR ${far}`;
}
