export { HCR_EL2 as SPEC } from '../../../model/index.ts';
