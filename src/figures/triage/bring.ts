import type { PartName, Parts } from '../../triage/parts/parts.ts';

/** How each part comes. The words are data, and no script waits for them to be compiled. */
const COME: { readonly [K in PartName]: () => Promise<Parts[K]> } = {
  numbers: () => import('../../triage/parts/numbers.ts'),
  calls: () => import('../../triage/parts/calls.ts'),
  registers: () => import('../../triage/parts/registers.ts'),
  host: () => import('../../triage/parts/host.ts'),
  kernels: () => import('../../triage/parts/kernels.ts'),
  changes: () => import('../../triage/parts/changes.ts'),
  choices: () => import('../../triage/parts/choices.ts'),
  slots: async () => (await import('../../triage/parts/slots.ts')).SLOTS,
  words: async () => {
    const response = await fetch(new URL('../../triage/reasons/words.json', import.meta.url));
    if (!response.ok) throw new Error(`words: ${response.status}`);
    return (await response.json()) as Parts['words'];
  },
};

/** bring puts a part among the others; it fails where the part does not come. */
export async function bring<K extends PartName>(parts: Partial<Parts>, name: K): Promise<void> {
  parts[name] = await COME[name]();
}
