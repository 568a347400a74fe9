import { REGISTERS } from '../../model/index.ts';
import type { Parts } from '../form/places.ts';
import type { Brought } from './brought.ts';
import * as faults from './fault.ts';
import * as dump from './ptdump.ts';
import type { State } from './state.ts';
import { partsWith } from './view.ts';

/** All that numbers are read and drawn with, for who has room for it. */
export const ALL: Brought = { rules: REGISTERS, faults, dump };

export const parts = (state: State, live = true): Parts => partsWith(ALL, state, live);
