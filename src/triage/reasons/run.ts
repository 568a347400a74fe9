import {
  alignmentLine,
  beforeLookup,
  noFscLine,
  noVmaLine,
  statusLine,
  unmapped,
  vmaLine,
} from '../rules/run-lines.ts';
import { ofProtectedVm, readsWork } from '../rules/shared.ts';
import { anyOf, type Family, type Rule } from './reason.ts';

const shown: Rule = (s) =>
  s.names('vmFlags') ? s.because('vmFlags', 'smaps shows the mapping') : null;

/** KVM_RUN ended with EFAULT before or in the lookup of the page. */
export const RUN: Family = {
  'run-alignment': {
    where: (s) => alignmentLine(s) && 'the line is there',
    proves: alignmentLine,
    excludes: noFscLine,
  },
  'run-status': {
    where: (s) => statusLine(s) && 'the line is there',
    proves: statusLine,
    excludes: noFscLine,
  },
  'run-no-vma': {
    proves: anyOf(vmaLine, unmapped),
    excludes: anyOf(noVmaLine, shown, readsWork, beforeLookup, ofProtectedVm),
  },
  'run-no-page': {
    excludes: anyOf(beforeLookup, ofProtectedVm),
    hints: (s) => s.where('readsWork', '1', 'reads work, so it is the write that is refused'),
  },
};
