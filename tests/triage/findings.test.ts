import { describe, expect, it } from 'vitest';
import { FINDINGS, narrowing, type Finding } from '../../src/triage/findings.ts';
import { triage } from '../../src/triage/triage.ts';

/** What chapters put above their list, each with a finding and what it excludes by the rules of KVM. */
const LISTS = [
  {
    asked: { call: 'KVM_RUN', errno: 'EFAULT' },
    // No line, so no status was refused; a protected VM needs pKVM.
    excludes: { 'no-fsc-line': ['run-alignment', 'run-status'], 'no-pkvm': ['run-pin'] },
  },
  {
    asked: { call: 'KVM_SET_USER_MEMORY_REGION', errno: 'EINVAL' },
    // Without flags nothing is logged, is of guest_memfd, or has a wrong flag.
    excludes: { 'no-flags': ['slot-dirty-log', 'slot-gmem', 'slot-flags'] },
  },
  { asked: { call: 'KVM_RUN', errno: 'EPERM' }, excludes: { 'no-pkvm': ['run-pkvm'] } },
  { asked: { call: 'none' }, excludes: { fwb: ['guest-ring-uncached'] } },
] as const;

const idsOf = (choices: Readonly<Record<string, string>>, state: string) =>
  triage('', choices)
    .reasons.filter((reason) => reason.state === state)
    .map(({ id }) => id);

/** Pairs and triples that can hold together: none chooses twice. */
function* together(findings: readonly Finding[], most = 3): Generator<readonly Finding[]> {
  for (const [i, one] of findings.entries()) {
    yield [one];
    if (most === 1) continue;
    const others = findings
      .slice(i + 1)
      .filter(({ choices }) => !Object.keys(choices).some((key) => key in one.choices));
    for (const more of together(others, most - 1)) yield [one, ...more];
  }
}

const proves = ({ choices }: Finding) => 'fsc' in choices || choices['vmaLine'] === '1';

describe('what is found out', () => {
  it('has an id and words of its own', () => {
    expect(new Set(FINDINGS.map(({ id }) => id)).size).toBe(FINDINGS.length);
    expect(new Set(FINDINGS.map(({ words }) => words)).size).toBe(FINDINGS.length);
  });

  it.each(LISTS)('excludes what it has to of $asked', ({ asked, excludes }) => {
    const found = narrowing('', asked);
    for (const [id, out] of Object.entries(excludes)) {
      const own = found.find(({ finding }) => finding.id === id);
      expect([...(own?.excludes ?? [])].toSorted()).toEqual([...out].toSorted());
    }
  });

  it.each(LISTS)('excludes together what each does alone, of $asked', ({ asked }) => {
    const left = idsOf(asked, 'left');
    const found = narrowing('', asked);
    const excludes = new Map(found.map((one) => [one.finding.id, one.excludes]));
    let tried = 0;
    for (const some of together(found.map(({ finding }) => finding))) {
      // What proves a reason stands against all others; with what excludes that one it contradicts.
      if (some.length > 1 && some.some(proves)) continue;
      const choices = Object.assign(
        { ...asked },
        ...some.map((one) => one.choices),
      ) as typeof asked;
      const out = idsOf(choices, 'excluded').filter((id) => left.includes(id));
      const alone = new Set(some.flatMap(({ id }) => [...(excludes.get(id) ?? [])]));
      expect(out.toSorted(), some.map(({ id }) => id).join(' ')).toEqual([...alone].toSorted());
      tried += 1;
    }
    expect(tried).toBeGreaterThan(0);
  });

  it('leaves out what needs more to exclude the same', () => {
    const ids = narrowing('', { call: 'none' }).map(({ finding }) => finding.id);
    expect(ids).toContain('fwb');
    expect(ids).not.toContain('fwb-dic');
  });

  it('finds nothing to exclude where one reason is left', () => {
    expect(narrowing('', { call: 'KVM_RUN', errno: 'ENOSYS' })).toEqual([]);
  });
});
