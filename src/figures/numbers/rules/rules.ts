import type { RegisterName, RegisterSpec } from '../../../model/index.ts';

/** The rules of registers by their names. */
export type Rules = Readonly<Partial<Record<RegisterName, RegisterSpec>>>;
