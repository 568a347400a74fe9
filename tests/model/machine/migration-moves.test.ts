import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Moves } from '../../../src/model/index.ts';
import {
  MIGRATION_PHASES,
  migrationMachine,
  type MigrationPhase,
} from '../../../src/model/machine/migration.ts';

const accepts = { slot: 'accepted', fault: 'normal', mapped: 'normal' } as const;
const refuses = { slot: 'EINVAL', fault: null, mapped: null } as const;
const fails = { slot: 'accepted', fault: 'EFAULT', mapped: null } as const;

/** Each move as `name: from -> to`, with the bits of what it breaks. */
function moves({ rules }: ReturnType<typeof migrationMachine>): string[] {
  return rules.flatMap(({ name, to }) =>
    MIGRATION_PHASES.flatMap((from, state) => {
      const found = new Moves(8);
      to(state, found);
      return Array.from(found.next.slice(0, found.count), (next, i) => {
        const phase: MigrationPhase | undefined = MIGRATION_PHASES[next];
        return `${name}: ${from} -> ${phase} ${found.breaks[i]}`;
      });
    }),
  );
}

describe('the moves of a migration', () => {
  const known = new Set<string>(
    JSON.parse(readFileSync('content/data/sources.json', 'utf8')).map((s: { id: string }) => s.id),
  );
  const machines = () => [
    migrationMachine({ destination: accepts, warned: false }),
    migrationMachine({ destination: refuses, warned: true }),
    migrationMachine({ destination: fails, warned: false }),
  ];

  // Breaks: 1 nobody can run the VM, 2 it arrives, 4 it is refused.
  it('stop the source only at the switch-over, and let the VMM call it off before', () => {
    const [arrives, warned, dies] = machines().map(moves);
    expect(arrives).toEqual([
      'precopy: source runs -> precopy 0',
      'call-off: precopy -> called off 0',
      'memslot: precopy -> memslot accepted 0',
      'switch-over: memslot accepted -> switched over 0',
      'fault: switched over -> destination runs 2',
    ]);
    expect(dies?.at(-1)).toBe('fault: switched over -> dead 1');
    expect(warned?.[0]).toBe('capability: source runs -> called off 4');
    expect(warned?.[2]).toBe('memslot: precopy -> called off 4');
  });

  it('are told by who makes them, with a reason and a source', () => {
    for (const { rules } of machines()) {
      expect(new Set(rules.map(({ label }) => label)).size).toBe(rules.length);
      for (const { name, actor, label, reason, source } of rules) {
        expect(actor).toBe(['memslot', 'fault'].includes(name) ? 'kvm' : 'vmm');
        expect(label).toMatch(
          actor === 'kvm' ? /^the (destination|first fault) \S/ : /^(the VMM|precopy|switch-over)/,
        );
        expect(label).toMatch(/^\S+( \S+)+$/);
        expect(reason).toMatch(/^[A-Z][^.]* [^.]*\.$/);
        expect([source.length > 0, source.filter((id) => !known.has(id))]).toEqual([true, []]);
      }
    }
  });

  it('name the error and the type', () => {
    const label = (destination: typeof accepts | typeof refuses | typeof fails, name: string) =>
      migrationMachine({ destination, warned: false }).rules.find((r) => r.name === name)?.label;
    expect(label(refuses, 'memslot')).toContain('refuses the memslot, EINVAL; the source runs on');
    expect(label(accepts, 'memslot')).toContain('accepts the memslot');
    expect(label(accepts, 'fault')).toContain('maps the page normal');
    expect(label(fails, 'fault')).toContain('fails, EFAULT; nobody runs the VM');
  });
});
