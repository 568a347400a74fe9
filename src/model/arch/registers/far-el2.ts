import { layout } from '../bits/layout.ts';
import type { RegisterSpec } from './register.ts';

/** FAR_EL2: one field, VA. Bits [63:56] can hold a tag. Source: ARM-ARM, FAR_EL2. */
export const FAR_EL2: RegisterSpec = {
  title: 'Fault Address Register (EL2)',
  source: ['ARM-ARM'],
  layout: layout('63:0 VA | faulting virtual address', {
    VA: (_value, word) => `VA 0x${word.toString(16)}`,
  }),
};
