import type { FieldSpec, Say } from '../../bits/bit-field.ts';
import { layout } from '../../bits/layout.ts';
import { ABORT_BITS, WNR } from './brief.ts';
import { faultStatus, faultStatusText } from './fault-status.ts';

const status: Say = (code) => faultStatusText(code);
const fnv: Say = (value, word) => {
  if ((word & 0x3fn) !== 0b010000n) return value === 0 ? 'FAR_EL2 is valid' : null;
  return value === 0 ? 'FAR_EL2 is valid' : 'FAR_EL2 is not valid';
};
const register: Say = (number) =>
  number === 31 ? 'the zero register' : `X${number} or W${number}`;

const SET =
  '12:11 SET FEAT_RAS | state after the error | 0 recoverable | 2 uncontainable | 3 restartable';
const LST =
  '12:11 LST FEAT_LS64 | 64-byte access | 0 not specified | 1 ST64BV | 2 LD64B or ST64B | 3 ST64BV0';
const PFV = '14 PFV FEAT_PFAR | PFAR_EL2 is valid';
const WU = '17:16 WU FEAT_RASv2 | the store updated the location | 0 not known | 2 no | 3 yes';

/** What bits [17:11] of ISS hold depends on the kind of fault. */
type Case = 'external' | 'external-on-walk' | 'mmu' | 'other';

function caseOf(code: number): Case {
  switch (faultStatus(code)?.kind) {
    case 'external-abort':
      return 'external';
    case 'external-abort-on-walk':
      return 'external-on-walk';
    case 'translation':
    case 'access-flag':
    case 'permission':
      return 'mmu';
    default:
      return 'other';
  }
}

const SYNDROME = `
  23:22 SAS | access size | 0 byte | 1 halfword | 2 word | 3 doubleword
  21    SSE | the loaded value is sign-extended
  20:16 SRT | register of the access
  15    SF  | width of the register | 0 32 bits | 1 64 bits
  14    AR  | the access has acquire or release semantics`;

const noSyndrome = (external: boolean) => `
  23:22 RES0
  21    TopLevel FEAT_THE | the fault is due to TopLevel
  ${external ? `20:18 RES0\n${WU}` : '20:16 RES0'}
  15    FnP | FAR_EL2 is only within the fault granule
  ${external ? PFV : '14 RES0'}`;

const dataIss = (valid: boolean, fault: Case) => {
  const external = fault === 'external' || fault === 'external-on-walk';
  return `
    ${ABORT_BITS.ISV}    ISV | bits [23:14] describe the instruction
    ${valid ? SYNDROME : noSyndrome(external)}
    13    VNCR FEAT_NV2 | EL1 accessed memory through VNCR_EL2
    ${external ? SET : fault === 'mmu' ? LST : '12:11 RES0'}
    10    FnV | validity of FAR_EL2
    9     EA  | class of an External abort, IMPLEMENTATION DEFINED
    ${ABORT_BITS.CM}     CM  | cache maintenance or address translation instruction
    ${ABORT_BITS.S1PTW}     S1PTW | stage-2 fault on a stage-1 table walk
    ${ABORT_BITS.WnR}     WnR | access | ${WNR.map((says, value) => `${value} ${says}`).join(' | ')}
    5:0   DFSC | data fault status code`;
};

const instructionIss = (fault: Case) => `
  24:22 RES0
  21    TopLevel FEAT_THE | the fault is due to TopLevel
  20:15 RES0
  ${fault === 'external' || fault === 'external-on-walk' ? PFV : '14 RES0'}
  13    RES0
  ${fault === 'external' ? SET : '12:11 RES0'}
  10    FnV | validity of FAR_EL2
  9     EA  | class of an External abort, IMPLEMENTATION DEFINED
  8     RES0
  ${ABORT_BITS.S1PTW}     S1PTW | stage-2 fault on a stage-1 table walk
  6     RES0
  5:0   IFSC | instruction fault status code`;

/** ISS2 of a Data Abort, bits [55:32]. */
export const DATA_ISS2: readonly FieldSpec[] = layout(`
  55:44 RES0
  43    HDBSSF FEAT_HDBSS | the fault comes from the dirty state structure
  42    TnD FEAT_MTE_CANONICAL_TAGS | tag write to Canonically Tagged memory
  41    TagAccess FEAT_MTE_PERM | tag access to NoTagAccess memory
  40    GCS FEAT_GCS | Guarded Control Stack access
  39    AssuredOnly FEAT_THE | the fault is due to AssuredOnly
  38    Overlay FEAT_S2POE | the fault is due to overlay permissions
  37    DirtyBit FEAT_S2PIE | the fault is due to the dirty state
  36:32 Xs FEAT_LS64_V | register of ST64BV or ST64BV0
`);

const known = new Map<string, readonly FieldSpec[]>();

/**
 * ISS of a Data Abort or an Instruction Abort, bits [24:0] of ESR_EL2. Where ISV is 0, bits
 * [23:14] hold other fields; bits [17:11] depend on the fault. Source: ARM-ARM, ESR_EL2.
 */
export function abortIss(esr: bigint, data: boolean): readonly FieldSpec[] {
  const fault = caseOf(Number(esr & 0x3fn));
  const valid = data && (esr & (1n << 24n)) !== 0n;
  const key = `${data} ${valid} ${fault}`;
  let fields = known.get(key);
  if (fields === undefined) {
    const text = data ? dataIss(valid, fault) : instructionIss(fault);
    fields = layout(text, { SRT: register, FnV: fnv, DFSC: status, IFSC: status });
    known.set(key, fields);
  }
  return fields;
}
