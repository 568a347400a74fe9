/* Decoders of 64-bit values that nothing has to be asked of, and what each of them alone needs. */
export { LEAF_DEFAULTS } from './leaf/defaults.ts';
export { stage2LeafOf } from './leaf/leaf-of.ts';
export { CLIDR_EL1 } from './registers/clidr-el1.ts';
export { CTR_EL0 } from './registers/ctr-el0.ts';
export { ESR_EL1 } from './registers/esr-el1.ts';
export { ESR_EL2 } from './registers/esr-el2.ts';
export { FAR_EL2 } from './registers/far-el2.ts';
export { HCR_EL2 } from './registers/hcr-el2.ts';
export { HPFAR_EL2 } from './registers/hpfar-el2.ts';
export { ID_AA64MMFR2_EL1 } from './registers/id-aa64mmfr2-el1.ts';
export { MAIR_EL1 } from './registers/mair-el1.ts';
export { REGISTERS } from './registers/specs.ts';
export { VTCR_EL2 } from './registers/vtcr-el2.ts';
export { registerFields } from './registers/register-fields.ts';
export { registerMeant, type Meant } from './registers/register-meant.ts';
export { decodeSyndrome, type FaultKind, type Syndrome } from './registers/syndrome.ts';
export { stage1LeafOf, type Stage1Leaf } from './stage1-leaf/leaf-of.ts';
export { stage2FaultOf, type FaultWords, type Stage2Fault } from './registers/stage2-fault.ts';
