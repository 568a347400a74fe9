import { describe, expect, it } from 'vitest';
import { survivesMigration } from '../../../src/model/index.ts';

const BOTH = { fwb: true, dic: true };
const NONE = { fwb: false, dic: false };
const moves = (result: ReturnType<typeof survivesMigration>) => result.story.map((s) => s.move);

describe('a VM that moves from a host with FWB to one without', () => {
  it("dies at the first fault where only the fault checks: Zyngier's case (V3-MAZ6)", () => {
    const policy = 'error-at-fault-only';
    const result = survivesMigration({
      source: { ...BOTH, policy },
      destination: { ...NONE, policy },
    });
    expect(result).toMatchObject({ holds: false, mapped: { source: 'normal', destination: null } });
    expect(moves(result)).toEqual(['precopy', 'memslot', 'switch-over', 'fault']);
    expect(result.trace?.at(-1)).toMatchObject({ state: 'dead', source: ['V3-MAZ6', 'CODE617'] });
  });

  it("is refused at the memslot and goes on at the source: Gunthorpe's answer (SEED)", () => {
    const result = survivesMigration({ source: BOTH, destination: NONE });
    expect(result.holds).toBe(true);
    expect(result.trace).toBeUndefined();
    expect(moves(result)).toEqual(['precopy', 'memslot']);
    expect(result.story.at(-1)?.state).toBe('called off');
  });

  it('is not begun by a VMM that asks for the capability (V10-6)', () => {
    const policy = 'error-at-fault-only';
    const source = { ...BOTH, policy };
    const destination = { ...NONE, policy };
    const result = survivesMigration({ source, destination, asksCapability: true });
    expect([result.holds, moves(result)]).toEqual([true, ['capability']]);
  });

  it('arrives with another type where the destination falls back', () => {
    const destination = { ...NONE, kernel: 'v6.16' } as const;
    const result = survivesMigration({ source: BOTH, destination });
    expect(result).toMatchObject({
      holds: true,
      mapped: { source: 'normal', destination: 'device' },
    });
    expect(result.story.at(-1)?.state).toBe('destination runs');
  });
});

describe('other migrations', () => {
  it('a page mapped Device moves both ways (V3-MAZ7)', () => {
    for (const [source, destination] of [
      [BOTH, NONE],
      [NONE, BOTH],
    ] as const)
      expect(survivesMigration({ source, destination, vma: 'device' })).toMatchObject({
        holds: true,
        mapped: { source: 'device', destination: 'device' },
      });
  });

  it('between capable hosts arrives', () => {
    const result = survivesMigration({ source: BOTH, destination: BOTH, asksCapability: true });
    expect([result.holds, result.story.at(-1)?.state]).toEqual([true, 'destination runs']);
  });

  it('has no answer where the VM never ran', () => {
    expect(survivesMigration({ source: NONE, destination: BOTH }).holds).toBeNull();
  });

  it('says what is wrong with an input', () => {
    const bad = { ...BOTH, kernel: 'v5' } as never;
    expect(survivesMigration({ source: bad, destination: BOTH }).error?.code).toBe(
      'unknown-kernel',
    );
    expect(survivesMigration({ source: BOTH } as never).error?.code).toBe('wrong-type');
    const { error, ...rest } = survivesMigration(null as never);
    expect(error?.code).toBe('wrong-type');
    const none = { holds: null, states: 0, transitions: 0, story: [] };
    expect(rest).toEqual({ ...none, mapped: { source: null, destination: null } });
  });

  it('is plain data', () => {
    const result = survivesMigration({ source: BOTH, destination: NONE });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
