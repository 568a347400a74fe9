import type { ModelError } from '../base/error.ts';
import type { Fact } from './show-tree.ts';

/** What was wrong with the input; nothing where there is no error. */
export function errorFacts(error: ModelError | undefined): Fact[] {
  if (!error) return [];
  return [
    ['received', error.received],
    ['expected', error.expected],
    ['example', error.example],
    ['remedy', error.remedy],
  ];
}
