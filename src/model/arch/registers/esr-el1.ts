import type { FieldSpec } from '../bits/bit-field.ts';
import { ESR_EL2 } from './esr-el2.ts';
import type { RegisterSpec } from './register.ts';

/** The class of an exception that did not change the level: in this register it was one of EL1. */
function atEl1(field: FieldSpec): FieldSpec {
  if (field.name !== 'EC') return field;
  return {
    ...field,
    says: (value, word) => field.says(value, word)?.replace(/ from EL2$/, ' from EL1') ?? null,
  };
}

/** ESR_EL1: the fields of ESR_EL2; what only stage 2 reports is 0 in it. Source: ARM-ARM. */
export const ESR_EL1: RegisterSpec = {
  ...ESR_EL2,
  title: 'Exception Syndrome Register (EL1)',
  layout: (value) => {
    const { layout } = ESR_EL2;
    return (typeof layout === 'function' ? layout(value) : layout).map(atEl1);
  },
};
