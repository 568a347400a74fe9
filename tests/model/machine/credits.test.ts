import { describe, expect, it } from 'vitest';
import { POLICIES } from '../../../src/model/index.ts';
import { POSITIONS, SOURCES } from './support/sources.ts';

const named = POLICIES.map((policy) => [policy.name, policy] as const);
const credits = POLICIES.flatMap(({ name, argued }) =>
  argued.map((one) => [one.by, name, one.source] as const),
);
const sourceOf = (id: string) => SOURCES.find((source) => source.id === id);

/** Nobody proposed these: history.md 2.4 says so of each. */
const NOT_PROPOSED = new Set(['cacheable-unchecked', 'clean-before-device']);

describe('the credits of the policies', () => {
  it.each(named)('%s has sources that exist, one of them a patch or a mail', (name, policy) => {
    const ids = [...policy.source, ...policy.argued.flatMap(({ source }) => source)];
    expect(ids.filter((id) => sourceOf(id) === undefined)).toEqual([]);
    const kinds = ids.map((id) => sourceOf(id)?.kind);
    expect(kinds.some((kind) => kind === 'mail' || kind === 'commit')).toBe(true);
    expect(policy.argued.length === 0).toBe(NOT_PROPOSED.has(name));
  });

  it.each(credits)('%s is credited with %s by own mails or patches', (by, _name, source) => {
    expect(source.length).toBeGreaterThan(0);
    for (const id of source) {
      expect([id, sourceOf(id)?.author]).toEqual([id, by]);
      expect(['mail', 'commit']).toContain(sourceOf(id)?.kind);
    }
  });

  it.each(credits)(
    '%s is credited with %s, and has a position that says so',
    (by, _name, source) => {
      const own = POSITIONS.filter(({ person }) => person === by);
      expect(own.some((position) => position.source.some((id) => source.includes(id)))).toBe(true);
    },
  );
});
