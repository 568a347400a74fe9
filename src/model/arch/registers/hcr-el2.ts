import { layout } from '../bits/layout.ts';
import { HOST_BITS } from './host-bits.ts';
import type { RegisterSpec } from './register.ts';

const { FWB } = HOST_BITS.HCR_EL2;

/**
 * HCR_EL2. Bit 38 was MIOCNCE, which was withdrawn, and bit 39 TME: both are RES0 today.
 * Source: ARM-ARM, HCR_EL2.
 */
export const HCR_EL2: RegisterSpec = {
  title: 'Hypervisor Configuration Register',
  source: ['ARM-ARM'],
  layout: layout(
    `
    63:60 TWEDEL   FEAT_TWED   | least delay of a trapped WFE
    59    TWEDEn   FEAT_TWED   | TWEDEL sets the delay of a trapped WFE
    58    TID5     FEAT_MTE2   | EL1 access to GMID_EL1 traps
    57    DCT      FEAT_MTE2   | with DC, what stage 1 yields is Tagged
    56    ATA      FEAT_MTE2   | memory tagging at EL1 and EL0 | 0 off, its registers trap | 1 left to EL1
    55    TTLBOS   FEAT_EVT    | Outer Shareable TLB maintenance at EL1 traps
    54    TTLBIS   FEAT_EVT    | Inner Shareable TLB maintenance at EL1 traps
    53    EnSCXT   FEAT_CSV2_2 | SCXTNUM_EL1 and SCXTNUM_EL0 can be used | 0 traps | 1 yes
    52    TOCU     FEAT_EVT    | cache maintenance to the PoU, except IC IALLUIS, traps
    51    AMVOFFEN FEAT_AMUv1p1 | activity monitors are virtualized
    50    TICAB    FEAT_EVT    | IC IALLUIS at EL1 traps
    49    TID4     FEAT_EVT    | EL1 access to CLIDR_EL1, CCSIDR_EL1, CCSIDR2_EL1 and CSSELR_EL1 traps
    48    GPF      FEAT_RME    | granule protection faults of EL1 and EL0 go to EL2
    47    FIEN     FEAT_RASv1p1 | EL1 can inject errors | 0 traps | 1 yes
    ${FWB.hi}    FWB      FEAT_S2FWB  | stage 2 can force Write-Back | 0 MemAttr as in Armv8.0 | 1 MemAttr in its FWB form
    45    NV2      FEAT_NV2    | with NV, register accesses of EL1 go to memory
    44    AT       FEAT_NV     | AT S1E0*, AT S1E1* at EL1 trap
    43    NV1      FEAT_NV     | with NV, EL1 is a guest hypervisor without VHE
    42    NV       FEAT_NV     | EL1 is a guest hypervisor: what only EL2 can do traps or is redirected
    41    API      FEAT_PAuth  | pointer authentication at EL1 and EL0 | 0 traps | 1 left to EL1
    40    APK      FEAT_PAuth  | EL1 access to the pointer authentication keys | 0 traps | 1 left to EL1
    39:38 RES0
    37    TEA      FEAT_RAS    | synchronous External aborts of EL1 and EL0 go to EL2
    36    TERR     FEAT_RAS    | EL1 access to the error records traps
    35    TLOR     FEAT_LOR    | EL1 access to the LORegion registers traps
    34    E2H      FEAT_VHE    | a host kernel runs at EL2
    33    ID       | stage 2 makes Normal memory Non-cacheable for instruction fetches
    32    CD       | stage 2 makes Normal memory Non-cacheable for data accesses and table walks
    31    RW       | execution state of EL1 | 0 AArch32 | 1 AArch64
    30    TRVM     | EL1 reads of SCTLR_EL1, MAIR_EL1 and the other translation controls trap
    29    HCD      | HVC is UNDEFINED; RES0 where EL3 is implemented
    28    TDZ      | DC ZVA at EL1 and EL0 traps
    27    TGE      | all exceptions of EL0 go to EL2
    26    TVM      | EL1 writes of SCTLR_EL1, MAIR_EL1 and the other translation controls trap
    25    TTLB     | TLB maintenance at EL1 traps
    24    TPU      | cache maintenance to the PoU traps
    23    TPCP     | cache maintenance to the PoC traps
    22    TSW      | cache maintenance by set/way at EL1 traps
    21    TACR     | EL1 access to ACTLR_EL1 traps
    20    TIDCP    | EL1 access to IMPLEMENTATION DEFINED encodings traps
    19    TSC      | SMC at EL1 traps
    18    TID3     | EL1 reads of the feature ID registers trap
    17    TID2     | reads of CTR_EL0, CLIDR_EL1, CCSIDR_EL1, CCSIDR2_EL1 and access to CSSELR_EL1 trap
    16    TID1     | EL1 reads of REVIDR_EL1, AIDR_EL1 and SMIDR_EL1 trap
    15    TID0     FEAT_AA32   | AArch32 reads of JIDR and FPSID trap
    14    TWE      | WFE at EL1 and EL0 traps
    13    TWI      | WFI at EL1 and EL0 traps
    12    DC       | stage 1 is off and yields Normal Write-Back, Non-shareable
    11:10 BSU      | least shareability of a barrier at EL1 and EL0 | 0 as written | 1 Inner Shareable | 2 Outer Shareable | 3 full system
    9     FB       | TLB maintenance and IC IALLU at EL1 reach the Inner Shareable domain
    8     VSE      | a virtual SError is pending
    7     VI       | a virtual IRQ is pending
    6     VF       | a virtual FIQ is pending
    5     AMO      | physical SErrors go to EL2, virtual ones are enabled
    4     IMO      | physical IRQs go to EL2, virtual ones are enabled
    3     FMO      | physical FIQs go to EL2, virtual ones are enabled
    2     PTW      | stage-1 table walk on stage-2 Device memory | 0 is made as Normal Non-cacheable | 1 stage-2 Permission fault
    1     SWIO     | DC ISW at EL1 also cleans
    0     VM       | stage 2 of EL1&0 is on
    `,
    { TWEDEL: (log2) => `2 to the power of ${log2 + 8} cycles` },
  ),
};
