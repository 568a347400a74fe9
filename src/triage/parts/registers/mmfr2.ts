export { ID_AA64MMFR2_EL1 as SPEC } from '../../../model/index.ts';
