export { CLIDR_EL1 as SPEC } from '../../../model/index.ts';
