import type { ModelError } from '../../base/error.ts';
import { readByFields } from '../../base/read-fields.ts';
import { BadInput } from '../../base/read-input.ts';
import { Trace, type Step } from '../../base/step.ts';
import type { Stage2Rule } from '../stage2-encoding.ts';
import { stage2MemAttr } from '../stage2-table.ts';
import { MAINTENANCE_FIELDS, type MaintenanceInput, type MaintenanceQuery } from './input.ts';

/** One kind of cache maintenance. */
export interface Operation {
  /** Whether it remains to be done. */
  readonly needed: boolean;
  /** Instructions that do it; any one of them, then the barriers. */
  readonly instructions: readonly string[];
  /** The address that it works on, and who has to have it mapped. */
  readonly address: string;
}

/** A register value that the architecture does not permit beside the others. */
export interface MaintenanceFinding {
  readonly field: 'dic' | 'louu' | 'louis';
  readonly finding: 'not-permitted';
  /** What the architecture requires. */
  readonly permitted: string;
}

/** What cache maintenance remains before a page is handed to a guest. Null for bad input. */
export interface Maintenance {
  readonly kind: 'maintenance';
  /** Effective value of CTR_EL0.IDC: no clean to the PoU is required. */
  readonly effectiveIdc: boolean | null;
  /** Whether accesses through the mapping may go around the data caches. */
  readonly mayBypassCaches: boolean | null;
  /** DC to the Point of Coherency: for whoever reads around the caches. */
  readonly cleanToPoC: Operation | null;
  /** DC to the Point of Unification: for instruction fetches. */
  readonly cleanToPoU: Operation | null;
  /** IC to the Point of Unification: for instruction fetches. */
  readonly invalidateIToPoU: Operation | null;
  readonly findings: readonly MaintenanceFinding[];
  readonly because: readonly Step[];
  readonly error?: ModelError;
}

const SOURCE = ['ARM-ARM'] as const;
const BY_VA = 'by a VA that whoever issues it has mapped to the PA of the page';
const DATA_LINES = `each data cache line of the page, ${BY_VA}`;
const INSTRUCTION_LINES = `IC IVAU: each instruction cache line of the page, ${BY_VA}; IC IALLUIS: no address, the whole cache`;

/**
 * The cache maintenance that remains before a page is mapped for a guest, from the architecture
 * alone: what KVM does is `cacheMaintenance`. A clean to the PoC covers a clean to the PoU. IDC
 * and DIC concern the PoU only. Where the guest also writes around the caches, the lines have to
 * be invalidated as well, or an eviction brings the old bytes back; a speculative fill through
 * another cacheable mapping can undo it. Not covered: DMA, and what is due after unmapping.
 * Source: ARM-ARM, CTR_EL0, CLIDR_EL1, I_RRDBK and section B2.11.
 */
export function maintenanceNeeded(input: MaintenanceInput): Maintenance {
  const q = readByFields(MAINTENANCE_FIELDS, input);
  if (q instanceof BadInput) return { ...NOTHING, error: q.error };
  const { fwb, dic, loc, executable, cacheableWrites } = q;
  const memAttr = q.memAttr ?? (fwb ? 0b0110 : 0b1111);
  const trace = new Trace();
  const bypass = trace.ask(
    'accesses may go around the caches',
    fwb ? 'R_ZNGNK' : 'R_HMNDG',
    { s2MemAttr: memAttr, 'HCR_EL2.FWB': Number(fwb) },
    mayBypass(stage2MemAttr(memAttr, fwb, false).rule),
    SOURCE,
  );
  const toPoC = trace.ask(
    'clean to PoC is needed',
    'section B2.11',
    { mayBypassCaches: bypass, cacheableWrites, 'CLIDR_EL1.LoC': loc },
    bypass && cacheableWrites && loc !== 0,
    SOURCE,
  );
  const effectiveIdc = trace.ask(
    'effective IDC',
    'CTR_EL0.IDC',
    idcInputs(q),
    effective(q),
    SOURCE,
  );
  const toPoU = trace.ask(
    'clean to PoU is needed',
    'CTR_EL0.IDC',
    { executable, cacheableWrites, effectiveIdc, cleanToPoC: toPoC },
    executable && cacheableWrites && !effectiveIdc && !toPoC,
    SOURCE,
  );
  const instruction = trace.ask(
    'invalidate I to PoU is needed',
    'CTR_EL0.DIC',
    { executable, 'CTR_EL0.DIC': Number(dic) },
    executable && !dic,
    SOURCE,
  );
  trace.decided();
  return {
    kind: 'maintenance',
    effectiveIdc,
    mayBypassCaches: bypass,
    cleanToPoC: { needed: toPoC, instructions: ['DC CIVAC', 'DC CVAC'], address: DATA_LINES },
    cleanToPoU: { needed: toPoU, instructions: ['DC CVAU'], address: DATA_LINES },
    invalidateIToPoU: {
      needed: instruction,
      instructions: ['IC IVAU', 'IC IALLUIS'],
      address: INSTRUCTION_LINES,
    },
    findings: findings(q),
    because: trace.steps,
  };
}

const NOTHING: Maintenance = {
  kind: 'maintenance',
  effectiveIdc: null,
  mayBypassCaches: null,
  cleanToPoC: null,
  cleanToPoU: null,
  invalidateIToPoU: null,
  findings: [],
  because: [],
};

/** Only forced Write-Back keeps a guest from Non-cacheable accesses, also with its MMU off. */
function mayBypass(rule: Stage2Rule): boolean {
  return rule !== 'force-wb';
}

/** IDC, or no level to clean to the PoU. FEAT_S2FWB requires LoUU = LoUIS = 0 (I_RRDBK). */
function effective({ idc, loc, louu, louis, fwb }: MaintenanceQuery): boolean {
  return idc || loc === 0 || (louu === 0 && louis === 0) || fwb;
}

function idcInputs({ idc, loc, louu, louis, fwb }: MaintenanceQuery): Step['inputs'] {
  return {
    'CTR_EL0.IDC': Number(idc),
    'CLIDR_EL1.LoC': loc,
    'CLIDR_EL1.LoUU': louu,
    'CLIDR_EL1.LoUIS': louis,
    'HCR_EL2.FWB': Number(fwb),
  };
}

function findings({ fwb, idc, dic, louu, louis }: MaintenanceQuery): MaintenanceFinding[] {
  const found: MaintenanceFinding[] = [];
  const add = (field: MaintenanceFinding['field'], permitted: string) =>
    found.push({ field, finding: 'not-permitted', permitted });
  if (dic && !idc) add('dic', 'DIC = 1 requires IDC = 1');
  if (fwb && louu !== null && louu !== 0) add('louu', 'FEAT_S2FWB requires LoUU = 0');
  if (fwb && louis !== null && louis !== 0) add('louis', 'FEAT_S2FWB requires LoUIS = 0');
  return found;
}
