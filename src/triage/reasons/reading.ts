import type { Family } from './reason.ts';

/** A fault that is none, and numbers with no complaint. */
export const READING: Family = {
  'ordinary-fault': {},
  'decode-only': { where: (s) => s.get('leaf') && 'a descriptor' },
};
