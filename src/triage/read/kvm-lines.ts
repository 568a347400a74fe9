import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';
import type { Incident } from './seen.ts';

/** KVM's own words, today's and older ones, and the trace point. */
const FORMS: readonly (readonly [Incident['kind'], RegExp])[] = [
  ['fsc-line', /Unsupported FSC: {0,3}EC/i],
  ['vma-line', /Failed to find VMA for hva/i],
  [
    'nisv',
    /no valid syndrome info|load\/store instruction decoding not implemented|kvm_mmio_nisv/i,
  ],
];
const FACTS: Readonly<Partial<Record<Incident['kind'], readonly [key: string, value: string]>>> = {
  'fsc-line': ['fscLine', '1'],
  'vma-line': ['vmaLine', '1'],
  nisv: ['isv', '0'],
};

const kindsIn = (text: string): Incident['kind'][] =>
  FORMS.flatMap(([kind, form]) => (form.test(text) ? [kind] : []));

/** What KVM on arm64 writes into the host's log when KVM_RUN fails. */
export function readKvmLines(lines: readonly Line[], book: Notebook): void {
  for (const { text, number, command } of lines) {
    if (command !== null) continue;
    for (const kind of book.once(kindsIn, text)) {
      book.incident(kind, number, kind === 'nisv' ? '' : text.slice(0, 200));
      const fact = FACTS[kind];
      if (fact) book.fact(...fact, number);
    }
  }
}
