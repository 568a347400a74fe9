import { AFTER } from '../series.ts';
import {
  explore,
  handleFault,
  HOSTS,
  judgement,
  KERNELS,
  prepareMemoryRegion,
} from '../../model/index.ts';
import type { FaultDecision, Host, Judgement, Kernel, MemslotDecision } from '../../model/index.ts';

/** What kernels do with the page of this guide on one host, and what comes of it. */
export interface Answer {
  readonly slot: MemslotDecision;
  readonly fault: FaultDecision;
  /** Whether the next guest may read what the last one left. */
  readonly leak: Judgement;
}

/** Kernels that answer alike on every host of HOSTS, and their answers in that order. */
export interface Column {
  readonly kernels: readonly Kernel[];
  readonly answers: readonly Answer[];
}

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;

function answerOf(kernel: Kernel, host: Host): Answer {
  const landed = KERNELS.indexOf(kernel) >= KERNELS.indexOf(AFTER);
  const policy = landed ? 'error-on-creation' : 'fallback-to-device';
  const { holds } = explore({ policy, host, property: 'noLeak' });
  return {
    slot: prepareMemoryRegion(kernel, { vmas: [vma], ...host }),
    fault: handleFault(kernel, { vma, ...host, access: 'read' }),
    leak: judgement('noLeak', holds),
  };
}

const sameAs = (answers: readonly Answer[]): string =>
  answers
    .map(({ slot, fault, leak }) => [slot.errno, fault.errno, fault.mapping?.memAttr, leak.word])
    .join(';');

/** columns asks every kernel about every kind of host. */
export function columns(): readonly Column[] {
  const found = new Map<string, { kernels: Kernel[]; answers: readonly Answer[] }>();
  for (const kernel of KERNELS) {
    const answers = HOSTS.map((host) => answerOf(kernel, host));
    const known = found.get(sameAs(answers));
    if (known) known.kernels.push(kernel);
    else found.set(sameAs(answers), { kernels: [kernel], answers });
  }
  return [...found.values()];
}
