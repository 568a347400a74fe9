export { CTR_EL0 as SPEC } from '../../../model/index.ts';
