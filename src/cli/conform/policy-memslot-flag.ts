import {
  ERRNO,
  policyNamed,
  readFaultAnswer,
  readSlotAnswer,
  slotOfV6,
  type ErrnoName,
  type PolicyFault,
  type PolicySlot,
} from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';
import type { Cell, Row } from './vector-file.ts';

const MAPPED = { normal: 'NORMAL', device: 'DEVICE', 'normal-nc': 'NORMAL_NC' } as const;

/** Rows of `policy.memslotFlag`: the two policies of the flag are asked, as everybody asks them. */
export const policyMemslotFlag = byColumn(
  {
    function: 'policy.memslotFlag',
    perKernel: false,
    inputs: [
      'vmPfnmap',
      'attrIndx',
      'cowMapping',
      'vmAllowAnyUncached',
      'flagSet',
      'pfnIsMapMemory',
      'fwb',
      'dic',
      'access',
    ],
    outputs: ['memslotRet', 'memslotCheck', 'faultRet', 'memType'],
  },
  (row) => {
    const policy = policyNamed(row['flagSet'] === 1 ? 'memslot-flag:set' : 'memslot-flag:unset');
    if ('code' in policy) return {};
    const fault = readFaultAnswer(policy.onFault(faultOf(row)))?.end ?? null;
    return {
      memslotRet: retOf(readSlotAnswer(policy.onMemslot(slotOf(row)))),
      memslotCheck: slotOfV6(bool(row['flagSet']), slotOf(row)).check,
      faultRet: retOf(fault),
      memType: Object.hasOwn(MAPPED, fault ?? '') ? MAPPED[fault as keyof typeof MAPPED] : null,
    };
  },
);

/** A word as what the kernel returns: 0 for what is accepted or mapped. */
function retOf(word: string | null): Cell {
  if (word === null) return null;
  return Object.hasOwn(ERRNO, word) ? -ERRNO[word as ErrnoName] : 0;
}

function slotOf(row: Row): PolicySlot {
  return { vmas: [vmaOf(row)], fwb: bool(row['fwb']), dic: bool(row['dic']) };
}

function faultOf(row: Row): PolicyFault {
  return {
    vma: vmaOf(row),
    pfnIsMapMemory: bool(row['pfnIsMapMemory']),
    fwb: bool(row['fwb']),
    dic: bool(row['dic']),
    access: row['access'] as never,
  };
}

function vmaOf(row: Row): PolicySlot['vmas'][number] {
  return {
    vmPfnmap: bool(row['vmPfnmap']),
    attrIndx: row['attrIndx'] as never,
    cowMapping: bool(row['cowMapping']),
    vmAllowAnyUncached: bool(row['vmAllowAnyUncached']),
  };
}
