import { hvaToPfn, type HvaToPfnInput } from '../../model/index.ts';
import { bit, bool, byColumn } from './adapter.ts';
import type { Row } from './vector-file.ts';

/** Rows of `kvm.pfnLookup`; a column is null where the lookup does not come to read it. */
export const kvmPfnLookup = byColumn(
  {
    function: 'kvm.pfnLookup',
    perKernel: true,
    inputs: [
      'vmaMissing',
      'vmIo',
      'vmPfnmap',
      'vmMixedmap',
      'vmaWritable',
      'writeFault',
      'purpose',
      'unsafeMappings',
      'gup',
      'gupUpgrade',
      'entryPresent',
      'entryWritable',
      'faultIn',
    ],
    outputs: ['result', 'writable', 'pageReference', 'faultInCalls', 'retries'],
  },
  (row, file, told) => {
    const decision = told(hvaToPfn(file.kernel as never, lookupOf(row)));
    const { verdict, pfnError } = decision;
    return {
      result: verdict === 'found' ? 'pfn' : (pfnError?.replace('KVM_PFN_ERR_', '') ?? null),
      writable: bit(decision.writable),
      pageReference: bit(decision.pageReference),
      faultInCalls: decision.faultInCalls,
      retries: decision.retries,
    };
  },
);

function lookupOf(row: Row): HvaToPfnInput {
  const { entryPresent, entryWritable, faultIn } = row;
  const entry = bool(entryWritable) ? 'writable' : 'readonly';
  return {
    vmaMissing: bool(row['vmaMissing']),
    vmIo: bool(row['vmIo']),
    vmPfnmap: bool(row['vmPfnmap']),
    vmMixedmap: bool(row['vmMixedmap']),
    vmWrite: bool(row['vmaWritable']),
    writeFault: bool(row['writeFault']),
    purpose: row['purpose'] as never,
    unsafeMappings: bool(row['unsafeMappings']),
    gup: row['gup'] as never,
    gupUpgrade: bool(row['gupUpgrade']),
    ...(entryPresent === null ? {} : { entry: bool(entryPresent) ? entry : 'none' }),
    ...(faultIn === null ? {} : { faultIn: faultIn as never }),
  };
}
