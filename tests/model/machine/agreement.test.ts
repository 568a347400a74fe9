import { describe, expect, it } from 'vitest';
import { explore, POLICIES, PROPERTIES, verdicts } from '../../../src/model/index.ts';
import { plain } from './support/plain.ts';

describe('the packed machine and the plain one', () => {
  it('have 13 policies x 4 hosts x 3 VMAs x 4 guests to judge', () => {
    const { rows, errors } = verdicts();
    expect(errors).toEqual([]);
    expect(rows.length).toBe(13 * 4 * 3 * 4);
    expect(new Set(rows.map((r) => [r.policy, r.fwb, r.dic, r.vma, r.guestS1].join())).size).toBe(
      rows.length,
    );
  });

  it.each(POLICIES.map((policy) => [policy.name, policy] as const))(
    'agree on every row of %s',
    (_name, policy) => {
      const own = verdicts([policy]).rows;
      expect(own.length).toBe(48);
      for (const row of own) {
        const { fwb, dic, vma, guestS1 } = row;
        const other = plain(policy.name, fwb, dic, vma, guestS1);
        expect({ ...other, fwb, dic, vma, guestS1 }).toEqual({
          ...Object.fromEntries(
            Object.keys(other).map((key) => [key, row[key as keyof typeof row]]),
          ),
          fwb,
          dic,
          vma,
          guestS1,
        });
      }
    },
  );
});

describe('a counterexample', () => {
  const broken = () =>
    verdicts().rows.flatMap((row) =>
      PROPERTIES.filter((name) => row[name] === false).map((property) => ({ ...row, property })),
    );

  it('is there for each property that does not hold', () => {
    const all = broken();
    expect(all.length).toBeGreaterThan(50);
    for (const { policy, fwb, dic, vma, guestS1, property } of all) {
      const explored = explore({ policy, host: { fwb, dic }, vma, guestS1, property });
      expect(explored.holds).toBe(false);
      expect(explored.trace?.length).toBeGreaterThan(3);
    }
  });

  it('is plain data', () => {
    const { policy, fwb, dic, vma, guestS1, property } = broken()[0]!;
    const explored = explore({ policy, host: { fwb, dic }, vma, guestS1, property });
    expect(JSON.parse(JSON.stringify(explored))).toEqual(explored);
  });
});
