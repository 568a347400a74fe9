import type { Outcome } from '../policy/outcome.ts';
import type { Machine, Rule } from './machine.ts';

/** The destination may say in advance whether it can map the page cacheable; null: not asked. */
export interface MigrationSetup {
  /** What the destination's policy makes of the page. */
  readonly destination: Pick<Outcome, 'slot' | 'fault' | 'mapped'>;
  /** The VMM asked both hosts for the capability and found it at the source only. */
  readonly warned: boolean;
}

/** Where a migration stands, by number. */
export const MIGRATION_PHASES = [
  'source runs',
  'precopy',
  'memslot accepted',
  'switched over',
  'destination runs',
  'dead',
  'called off',
] as const;

/** Where a migration stands. */
export type MigrationPhase = (typeof MIGRATION_PHASES)[number];

/**
 * What the moves break: at a failing fault nobody can run the VM. The other two are no faults, but
 * asking for them gives the shortest way to the end of a migration that goes well.
 */
export const MIGRATION_PROPERTIES = ['survivesMigration', 'neverArrives', 'neverRefused'] as const;
const [DIES, ARRIVES, REFUSES] = [1, 2, 4];

const [SOURCE, PRECOPY, ACCEPTED, SWITCHED, ARRIVED, DEAD, CALLED_OFF] = [0, 1, 2, 3, 4, 5, 6];

/**
 * A VM with one page of this kind moves from a host to another. The source runs until the
 * switch-over, and can go on as long as that has not come; after it, only the destination can run
 * the VM. Left out: what is copied and how, and that a failed destination may be tried again.
 */
export function migrationMachine({ destination, warned }: MigrationSetup): Machine {
  const { slot, fault, mapped } = destination;
  const accepted = slot === 'accepted';
  const begin = warned
    ? vmm(
        'capability',
        'the VMM asks the destination, and does not begin',
        SOURCE,
        CALLED_OFF,
        ['V3-MAZ7', 'V10-6'],
        REFUSES,
      )
    : vmm('precopy', 'precopy begins; the source runs', SOURCE, PRECOPY, ['U-VFIOMIG']);
  return {
    bits: 3,
    start: [SOURCE],
    rules: [
      begin,
      vmm('call-off', 'the VMM calls the migration off; the source runs on', PRECOPY, CALLED_OFF, [
        'V3-JGG9',
      ]),
      rule(
        'memslot',
        'kvm',
        accepted
          ? 'the destination accepts the memslot'
          : `the destination refuses the memslot, ${slot}; the source runs on`,
        'The destination creates its memslots while the source still runs the VM.',
        ['SEED', 'V3-JGG9'],
        PRECOPY,
        accepted ? ACCEPTED : CALLED_OFF,
        accepted ? 0 : REFUSES,
      ),
      vmm('switch-over', 'switch-over: the source stops', ACCEPTED, SWITCHED, ['U-VFIOMIG']),
      rule(
        'fault',
        'kvm',
        mapped === null
          ? `the first fault at the destination fails, ${fault}; nobody runs the VM`
          : `the destination maps the page ${mapped} and runs the VM`,
        'The guest goes on and touches the page, which faults in the new stage 2.',
        ['V3-MAZ6', 'CODE617'],
        SWITCHED,
        mapped === null ? DEAD : ARRIVED,
        mapped === null ? DIES : ARRIVES,
      ),
    ],
    properties: MIGRATION_PROPERTIES,
  };
}

function vmm(
  name: string,
  label: string,
  from: number,
  to: number,
  source: readonly string[],
  breaks = 0,
): Rule {
  return rule(name, 'vmm', label, 'The VMM drives a migration.', source, from, to, breaks);
}

function rule(
  name: string,
  actor: Rule['actor'],
  label: string,
  reason: string,
  source: readonly string[],
  from: number,
  to: number,
  breaks: number,
): Rule {
  const move: Rule['to'] = (s, moves) => {
    if (s === from) moves.add(to, breaks);
  };
  return { name, actor, label, reason, source, to: move };
}
