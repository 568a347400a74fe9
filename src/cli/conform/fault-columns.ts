import type { FaultInput } from '../../model/index.ts';
import { bool } from './adapter.ts';
import type { Row } from './vector-file.ts';

/** The VMA that the columns of a fault row describe. */
export function vmaOf(row: Row): NonNullable<FaultInput['vma']> {
  return {
    vmPfnmap: bool(row['vmPfnmap']),
    vmMixedmap: row['vmMixedmap'] === undefined ? false : bool(row['vmMixedmap']),
    vmAllowAnyUncached: bool(row['vmAllowAnyUncached']),
    vmMteAllowed: bool(row['vmaMteAllowed']),
    attrIndx: row['attrIndx'] as never,
  };
}

/** The fields that every fault row has. */
export function faultOf(row: Row): FaultInput {
  return {
    vma: vmaOf(row),
    pfnIsMapMemory: bool(row['pfnIsMapMemory']),
    fwb: bool(row['fwb']),
    dic: bool(row['dic']),
    access: row['access'] as never,
    permissionFault: bool(row['permissionFault']),
    vmHasMte: bool(row['vmHasMte']),
  };
}
