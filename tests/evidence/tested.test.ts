import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/evidence/claims.ts';
import { outside } from '../../src/evidence/outside.ts';
import { rulesOf } from '../../src/evidence/rules.ts';
import { survivorsIn, testedOf } from '../../src/evidence/tested.ts';
import { root } from '../../src/root.ts';

const rules = rulesOf(outside(), []);

describe('what the tests say of a rule', () => {
  it('is found in files that are there and have the check', () => {
    const all = rules.map((rule) => ({ rule, ...testedOf(rule) }));
    expect(all.filter(({ sources }) => sources.length > 0).length).toBeGreaterThan(180);
    expect(all.filter(({ tests }) => tests.length > 0).length).toBeGreaterThan(20);
    for (const { rule, tests, sources } of all) {
      for (const file of tests)
        expect(readFileSync(join(root, 'tests/model', file), 'utf8')).toContain(rule.check);
      for (const { file } of sources) expect(existsSync(join(root, 'src/model', file))).toBe(true);
    }
  });

  it('is nothing for a check that nobody makes', () =>
    expect(testedOf({ check: 'no such check' })).toEqual({ tests: [], sources: [] }));

  it('counts survivors by their file', () => {
    const list = '| file | line | code | instead |\n| --- | --- | --- | --- |\n';
    const found = survivorsIn(
      `${list}| arch/a.ts | 1 | \`x\` | \`y\` |\n| arch/a.ts | 2 | a | b |`,
    );
    expect([...found]).toEqual([['arch/a.ts', 2]]);
  });
});

describe('the claims of a rule', () => {
  const rule = { check: 'kvm_supports_cacheable_pfnmap()', read: ['CODE617', 'CODE734'] };
  const claim = (text: string, ...sources: string[]) => ({ text, sources });

  it('name what it names and rest on what it was read in', () => {
    const right = claim('What remains is kvm_supports_cacheable_pfnmap().', 'CODE617');
    const found = claimsOf(rule, [
      claim('What remains is kvm_supports_cacheable_pfnmap().', 'V3-JGG3'),
      claim('It is not kvm_supports_cacheable_pfnmap_at_all().', 'CODE617'),
      claim('KVM asks for two features.', 'CODE617'),
      right,
    ]);
    expect(found).toEqual([right]);
  });

  it('are none where the check names nothing', () =>
    expect(
      claimsOf({ check: 'memory type', read: ['ARM-ARM'] }, [claim('memory type', 'ARM-ARM')]),
    ).toEqual([]));
});
