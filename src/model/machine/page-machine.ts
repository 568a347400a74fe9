import { hardware } from './hardware.ts';
import { kvm } from './kvm.ts';
import type { Machine } from './machine.ts';
import { maintenance } from './maintenance.ts';
import { owner } from './owner.ts';
import { PROPERTIES } from './properties.ts';
import type { Setup } from './setup.ts';
import { phaseOf, STATE_BITS } from './state.ts';
import { tenantA } from './tenant-a.ts';
import { tenantB } from './tenant-b.ts';

/**
 * One page, one line of it, and everything that may hold its value, as a machine. It abstracts
 * from: more than one line; more than one level of data cache (they are coherent, so one line
 * stands for all); the order of accesses in one CPU (each move is complete, as after a DSB); the
 * PoU, which is taken to see the data cache; DMA; page tables and TLBs (an unmapped page is
 * unmapped everywhere at once); shareability (all mappings are Inner Shareable or wider); and
 * sizes. What it does not abstract from: every order of the moves, and every choice in a move.
 */
export function pageMachine(setup: Setup): Machine {
  return {
    bits: STATE_BITS,
    start: [0],
    groupOf: phaseOf,
    rules: [
      ...tenantA(setup),
      ...owner(setup),
      ...kvm(setup),
      ...tenantB(setup),
      ...hardware(setup),
      ...maintenance(setup),
    ],
    properties: PROPERTIES,
  };
}
