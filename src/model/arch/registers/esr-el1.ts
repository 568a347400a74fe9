import { ESR_EL2 } from './esr-el2.ts';
import type { RegisterSpec } from './register.ts';

/** ESR_EL1: the fields of ESR_EL2; what only stage 2 reports is 0 in it. Source: ARM-ARM. */
export const ESR_EL1: RegisterSpec = { ...ESR_EL2, title: 'Exception Syndrome Register (EL1)' };
