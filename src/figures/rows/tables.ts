import type { Question } from '../../model/index.ts';
import type { Values } from '../form/field.ts';

/** A table of every row that a page shows. */
export interface Table {
  /** The word that the terminal knows it by. */
  readonly subject: string;
  readonly question: Question;
  /** What one row is, in the singular. */
  readonly noun: string;
  /**
   * Filters with which the page begins: what ends most rows early, or doubles them, stands at its plain
   * value. A reader can take each away.
   */
  readonly begins: Values;
}

/** The tables, by the name that a page gives them. */
export const TABLES = {
  memslot: {
    subject: 'memslot',
    question: 'prepareMemoryRegion',
    noun: 'memslot change',
    begins: { guestMemfd: 'none', protectedVm: 'no' },
  },
  fault: {
    subject: 'fault',
    question: 'handleFault',
    noun: 'fault',
    begins: {
      vma: 'given',
      pfnLookup: 'ok',
      invalidateRetry: '0',
      exclAtomicFault: '0',
      pkvmHost: '0',
      xnx: '0',
    },
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;
