import { load, store } from './access.ts';
import type { Rule } from './machine.ts';
import { INCOHERENT } from './properties.ts';
import type { Setup } from './setup.ts';
import {
  FREED,
  inPhases,
  latestOf,
  MAPPED,
  OWNER,
  phaseOf,
  SCRUBBED,
  SLOT,
  ZEROS,
} from './state.ts';

/** The owner keeps its mapping all the time: it scrubs, then goes on using the page. */
export function owner({ ownerCacheable, host: { dic } }: Setup): Rule[] {
  return [
    {
      name: 'owner-scrubs',
      actor: 'owner',
      label: 'the owner writes zeros',
      reason: 'Before the page goes to B, its owner overwrites it through its own mapping.',
      source: ['V3-JGG3', 'SEED'],
      groups: inPhases(FREED),
      to: (s, moves) => {
        if (phaseOf(s) === FREED) store(ownerCacheable, s, ZEROS, SCRUBBED, dic, moves);
      },
    },
    {
      name: 'owner-writes',
      actor: 'owner',
      label: 'the owner writes',
      reason: 'The owner goes on using its mapping, with the attribute of the VMA.',
      source: ['V3-JGG1', 'CODE617'],
      groups: IN_USE,
      to: (s, moves) => {
        const phase = phaseOf(s);
        if (inUse(phase)) store(ownerCacheable, s, OWNER, phase, dic, moves);
      },
    },
    {
      name: 'owner-reads',
      actor: 'owner',
      label: 'the owner reads',
      reason: 'The owner goes on using its mapping, with the attribute of the VMA.',
      source: ['V3-JGG1', 'CODE617'],
      groups: IN_USE,
      to: (s, moves) => {
        if (inUse(phaseOf(s))) load(ownerCacheable, s, stale, moves);
      },
    },
  ];
}

/** The phases of `inUse` as a group. */
export const IN_USE = /* @__PURE__ */ inPhases(SCRUBBED, SLOT, MAPPED);

/** From the scrub on, as long as B can come or is there. */
export function inUse(phase: number): boolean {
  return phase >= SCRUBBED && phase <= MAPPED;
}

const stale = (s: number, value: number): number => (value === latestOf(s) ? 0 : INCOHERENT);
