import type { Parts } from '../form/places.ts';
import * as ptdump from './ptdump.ts';
import type { State } from './state.ts';
import { partsWith } from './view.ts';

/** `partsWith` all that it can draw, for who has room for it. */
export const parts = (state: State, live = true): Parts => partsWith(ptdump, state, live);
