import { layout } from '../bits/layout.ts';
import { HOST_BITS } from './host-bits.ts';
import type { RegisterSpec } from './register.ts';

const { FWB } = HOST_BITS.ID_AA64MMFR2_EL1;

/**
 * ID_AA64MMFR2_EL1. FWB = 0 is not permitted from Armv8.4 on.
 * Source: ARM-ARM, ID_AA64MMFR2_EL1.
 */
export const ID_AA64MMFR2_EL1: RegisterSpec = {
  title: 'AArch64 Memory Model Feature Register 2',
  source: ['ARM-ARM'],
  layout: layout(`
    63:60 E0PD    | EL0 faults at once on one half of the address space | 0 not implemented | 1 FEAT_E0PD
    59:56 EVT     | traps of cache and TLB maintenance in HCR_EL2 | 0 not implemented | 1 TOCU, TICAB and TID4 | 2 TTLBOS and TTLBIS too
    55:52 BBM     | change of block size without break-before-make | 0 never | 1 level 1, FEAT_BBML1 | 2 level 2, FEAT_BBML2
    51:48 TTL     | level hint in TLB maintenance by address | 0 not implemented | 1 FEAT_TTL
    47:44 RES0
    ${FWB.hi}:${FWB.lo} FWB     | HCR_EL2.FWB | 0 not implemented | 1 FEAT_S2FWB
    39:36 IDS     | syndrome of a trapped read of the ID space | 0 EC 0x00 | 1 EC 0x18, FEAT_IDST | 2 EC 0x18 and traps to EL3, FEAT_IDTE3
    35:32 AT      | unaligned access inside 16 bytes is single-copy atomic | 0 no | 1 FEAT_LSE2
    31:28 ST      | largest T0SZ and T1SZ | 0 39 | 1 48, and 47 with the 64K granule; FEAT_TTST
    27:24 NV      | nested virtualization | 0 see ID_AA64MMFR4_EL1.NV_frac | 1 FEAT_NV | 2 FEAT_NV2
    23:20 CCIDX   | format of CCSIDR_EL1 | 0 32 bits | 1 64 bits, FEAT_CCIDX
    19:16 VARange | virtual address size | 0 48 bits | 1 52 bits with the 64K granule, FEAT_LVA | 2 56 bits with 128-bit descriptors, FEAT_LVA3
    15:12 IESB    | SCTLR_ELx.IESB | 0 not implemented | 1 FEAT_IESB
    11:8  LSM     | SCTLR_ELx.LSMAOE and nTLSMD | 0 not implemented | 1 FEAT_LSMAOC
    7:4   UAO     | PSTATE.UAO | 0 not implemented | 1 FEAT_UAO
    3:0   CnP     | translations can be common to several PEs | 0 not implemented | 1 FEAT_TTCNP
  `),
};
