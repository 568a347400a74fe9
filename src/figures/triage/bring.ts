import type { Releases } from '../../model/index.ts';
import type { PartName, Parts } from '../../triage/parts/parts.ts';

async function data<T>(address: URL | string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}

/** How each part comes. What is known of reasons and releases is data, and no script waits for it to be compiled. */
const COME: { readonly [K in PartName]: () => Promise<Parts[K]> } = {
  markup: async () => (await import('../../triage/parts/markup.ts')).piecesOfMarked,
  numbers: () => import('../../triage/parts/numbers.ts'),
  traces: async () => (await import('../../triage/read/traces.ts')).readTraces,
  capabilities: async () => (await import('../../triage/read/capabilities.ts')).readCapabilities,
  kvmLines: async () => (await import('../../triage/read/kvm-lines.ts')).readKvmLines,
  logs: async () => (await import('../../triage/read/logs.ts')).readLogs,
  mentions: async () => (await import('../../triage/read/mentions.ts')).readMentions,
  exits: async () => (await import('../../triage/read/exits.ts')).readExits,
  mappings: async () => (await import('../../triage/read/mappings.ts')).readMappings,
  pageSize: async () => (await import('../../triage/read/page-size.ts')).readPageSize,
  host: async () => (await import('../../triage/read/host.ts')).readHost,
  tried: async () => (await import('../../triage/read/tried.ts')).readTried,
  programs: async () => (await import('../../triage/read/programs.ts')).readPrograms,
  calls: () => import('../../triage/parts/calls.ts'),
  syndrome: () => import('../../triage/parts/syndrome.ts'),
  registers: () => import('../../triage/parts/registers.ts'),
  ctr: () => import('../../triage/parts/registers/ctr.ts'),
  mmfr2: () => import('../../triage/parts/registers/mmfr2.ts'),
  hcr: () => import('../../triage/parts/registers/hcr.ts'),
  vtcr: () => import('../../triage/parts/registers/vtcr.ts'),
  mair: () => import('../../triage/parts/registers/mair.ts'),
  address: () => import('../../triage/parts/address.ts'),
  leaf: () => import('../../triage/parts/leaf.ts'),
  kernels: async () => {
    const [{ kernelsBy }, releases] = await Promise.all([
      import('../../triage/parts/kernels.ts'),
      data<Releases>(`${import.meta.env.BASE_URL}releases.json`),
    ]);
    return kernelsBy(releases);
  },
  changes: () => import('../../triage/parts/changes.ts'),
  choices: () => import('../../triage/parts/choices.ts'),
  others: async () => (await import('../../triage/parts/others.ts')).OTHERS,
  runs: async () => (await import('../../triage/parts/runs.ts')).RUNS,
  slots: async () => (await import('../../triage/parts/slots.ts')).SLOTS,
  reasons: () => data(new URL('../../triage/reasons/reasons.json', import.meta.url)),
};

/** bring puts a part among the others; it fails where the part does not come. */
export async function bring<K extends PartName>(parts: Partial<Parts>, name: K): Promise<void> {
  parts[name] = await COME[name]();
}
