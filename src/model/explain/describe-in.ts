import type { Attributes } from '../arch/attributes.ts';
import type { Combined } from '../arch/combine/combined.ts';
import type { MairAttr } from '../arch/mair-table.ts';
import { memoryName } from '../arch/memory-name.ts';
import type { ShField } from '../arch/shareability.ts';
import type { Stage2MemAttr } from '../arch/stage2-encoding.ts';
import type { Decision } from '../kvm/decisions.ts';
import { combinedFacts, mairFacts, stage2Facts } from './attribute-facts.ts';
import { decisionFacts, decisionMemory } from './decision-facts.ts';
import { errorFacts } from './error-facts.ts';
import { flipsInWords } from './flips/in-words.ts';
import { label } from './label.ts';
import { recognise } from './recognise.ts';
import type { Language } from './language.ts';
import { showStep } from './show-step.ts';
import type { Fact, ShowTree } from './show-tree.ts';
import { titleOf, verdictWord } from './words.ts';

/**
 * A decision, attributes or flips as a tree; null for any other value. What somebody made up with some
 * of their fields may throw, or give a tree that nobody can draw: see `drawable`.
 */
export function describeIn(language: Language, value: unknown): ShowTree | null {
  const known = recognise(value);
  switch (known?.kind) {
    case 'decision':
      return ofDecision(known.value, language);
    case 'combined':
      return ofCombined(known.value, language);
    case 'mair':
      return attributesTree('MAIR byte', known.value, mairFacts(known.value));
    case 'stage2':
      return attributesTree('stage-2 MemAttr', known.value, stage2Facts(known.value));
    case 'attributes':
      return attributesTree('attributes', known.value, combinedFacts(known.value));
    case 'flips':
      return { kind: 'value', text: flipsInWords(known.value).join('\n') };
    case 'shareability':
      return { kind: 'value', text: shareabilityText(known.value) };
    default:
      return null;
  }
}

function ofDecision(decision: Decision, language: Language): ShowTree {
  const steps = decision.because.map((step) =>
    showStep(step, language, step.decides ? ` ${language.consequence(decision)}` : ''),
  );
  return {
    kind: 'decision',
    title: titleOf(decision),
    verdict: decision.verdict,
    verdictWord: verdictWord(decision),
    errno: decision.errno,
    memory: decisionMemory(decision),
    facts: [...decisionFacts(decision, language), ...errorFacts(decision.error)],
    steps,
  };
}

function ofCombined(combined: Combined, language: Language): ShowTree {
  const findings = combined.findings.map((f): Fact => [`${f.field} ${f.finding}`, f.permitted]);
  const facts = [...combinedFacts(combined), ...findings];
  const others = combined.permitted
    .map((attrs) => label(attrs))
    .filter((text) => text !== label(combined));
  const steps = combined.because.map((step) => showStep(step, language));
  const tree = attributesTree('stage 1 and stage 2 together', combined, facts);
  return { ...tree, alternatives: [...new Set(others)], steps };
}

type AttributesTree = Extract<ShowTree, { kind: 'attributes' }>;

function attributesTree(
  title: string,
  attrs: Combined | MairAttr | Stage2MemAttr | Attributes,
  facts: readonly Fact[],
): AttributesTree {
  const error = 'error' in attrs ? attrs.error : undefined;
  return {
    kind: 'attributes',
    title,
    memory: memoryName(attrs),
    facts: error ? errorFacts(error) : facts,
    alternatives: [],
    steps: [],
  };
}

function shareabilityText(field: ShField): string {
  return field.permitted === null
    ? field.shareability
    : `${field.shareability}: ${field.permitted}`;
}
