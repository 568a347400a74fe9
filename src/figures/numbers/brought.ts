import { MAIR_EL1 } from '../../model/index.ts';
import type * as faults from './fault.ts';
import type * as ptdump from './ptdump.ts';
import type { Rules } from './rules/rules.ts';
import { kindOf, type State } from './state.ts';

/** What draws a line of a dump. */
export type Dump = typeof ptdump;

/** What a page has of what reads and draws numbers: each kind brings its own when one of it stands there. */
export interface Brought {
  readonly rules: Rules;
  readonly faults: typeof faults | null;
  readonly dump: Dump | null;
}

/** What every page has: a descriptor, with which it comes, is read by MAIR_EL1 too. */
export const OWN: Brought = { rules: { MAIR_EL1 }, faults: null, dump: null };

/** Whether all is here that a state is drawn with. */
export function isHere({ rules, faults, dump }: Brought, state: State): boolean {
  const kind = kindOf(state);
  switch (kind) {
    case 'leaf':
      return true;
    case 'ptdump':
      return dump !== null;
    case 'fault':
      return faults !== null;
    default:
      return rules[kind] !== undefined;
  }
}
