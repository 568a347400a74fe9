import type { Machine, Rule } from '../../machine/machine.ts';
import { pageMachine } from '../../machine/page-machine.ts';
import { setupOf, type GuestS1, type Setup } from '../../machine/setup.ts';
import { FREED, phaseOf, SCRUBBED, withPhase } from '../../machine/state.ts';
import type { VmaKind } from '../../policy/page.ts';

/** A set-up with one safeguard less. */
export interface Weakened {
  readonly name: string;
  /** The safeguard that is missing, as a sentence about what happens instead. */
  readonly words: string;
  readonly setup: Setup;
  readonly machine: Machine;
}

/** What a set-up does against a leak, stale data and stale instructions, each left out by itself. */
export function safeguardsOf(setup: Setup, vma: VmaKind, guestS1: GuestS1): Weakened[] {
  const { host, mapped, cleans, invalidatesI, executable } = setup;
  const weakened: Weakened[] = [];
  const add = (name: string, words: string, other: Setup, machine = pageMachine(other)) =>
    weakened.push({ name, words, setup: other, machine });
  if (mapped === null) {
    const given = {
      slot: 'accepted',
      fault: 'normal',
      mapped: 'normal',
      executable: true,
    } as const;
    const nothing = { cleans: false, invalidatesI: false } as const;
    const taken = setupOf({ ...given, ...nothing }, host, vma, guestS1);
    add('refusal', 'KVM maps the page Normal in place of refusing it.', taken);
    return weakened;
  }
  add('scrub', 'The owner hands the page over as A left it.', setup, withoutScrub(setup));
  if (host.fwb) {
    const { slot, fault } = setup;
    const outcome = { slot, fault, mapped, executable, cleans, invalidatesI };
    const free = setupOf(outcome, { ...host, fwb: false }, vma, guestS1);
    add('fwb', "Stage 2 does not force the type: B's stage 1 has a say (no FWB).", free);
  }
  if (host.dic && executable) {
    const other = { ...setup, host: { ...host, dic: false } };
    add('dic', 'The instruction cache keeps its line when data is written (no DIC).', other);
  }
  if (cleans) add('clean', 'KVM does not clean to the PoC.', { ...setup, cleans: false });
  if (invalidatesI)
    add('invalidate', 'KVM does not invalidate the instruction cache.', {
      ...setup,
      invalidatesI: false,
    });
  return weakened;
}

function withoutScrub(setup: Setup): Machine {
  const machine = pageMachine(setup);
  const rules = machine.rules.map((rule): Rule => {
    if (rule.name !== 'owner-scrubs') return rule;
    return {
      ...rule,
      to: (s, moves) => {
        if (phaseOf(s) === FREED) moves.add(withPhase(s, SCRUBBED), 0);
      },
    };
  });
  return { ...machine, rules };
}
