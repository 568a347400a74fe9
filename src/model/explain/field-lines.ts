import type { BitField, BitFinding } from '../arch/bits/bit-field.ts';
import type { Step } from '../base/step.ts';
import { FULL_LANGUAGE } from './full-language.ts';
import { sentence } from './sentence.ts';
import type { Fact } from './show-tree.ts';

/** Fields as facts: bits and name, then the value, what it says, and what the field is about. */
export function fieldFacts(fields: readonly BitField[]): Fact[] {
  return fields.map((field) => [`${field.bits.padEnd(5)} ${field.name}`, says(field)]);
}

/** Findings as facts. */
export function findingFacts(findings: readonly BitFinding[]): Fact[] {
  return findings.map(({ field, bits, meaning }) => [`finding: ${field} [${bits}]`, meaning]);
}

/** A headline over facts in two columns, and numbered steps with their sources. */
export function factText(
  headline: string,
  facts: readonly Fact[],
  steps: readonly Step[] = [],
): string {
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  const lines = facts.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  const numbered = steps.map(
    (step, i) => `${i + 1}. ${sentence(step, FULL_LANGUAGE)} [${step.source.join(', ')}]`,
  );
  return [headline, ...lines, ...numbered].join('\n');
}

function says({ hex, meaning, about }: BitField): string {
  const value = meaning === String(Number(hex)) ? hex : `${hex} ${meaning}`;
  return about === '' ? value : `${value} (${about})`;
}
