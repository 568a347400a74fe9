import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withMutants } from '../../scripts/mutants/record.ts';
import type { Mutant } from '../../scripts/mutants/report.ts';
import { claimsOf } from '../../src/evidence/claims.ts';
import { countedIn, partOf, sumOf } from '../../src/evidence/mutants.ts';
import { mutantRuns } from '../../src/quality/runs.ts';
import { outside } from '../../src/evidence/outside.ts';
import { rulesOf } from '../../src/evidence/rules.ts';
import { mutantsOf, survivorsIn, testedOf } from '../../src/evidence/tested.ts';
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

describe('the mutants of a rule', () => {
  const text = "const A = 1;\nexport function f() {\n  return 'x';\n}\nfunction g() {}\n";

  it('are those of the functions that make its check', () => {
    const lines = text.split('\n');
    expect([1, 3, 4, 5].map((line) => partOf(lines, line))).toEqual(['A', 'f', 'f', 'g']);
    expect(partOf(['// nothing'], 1)).toBe('');
    const parts = { A: { killed: 1, survived: 0 }, f: { killed: 5, survived: 2 } };
    expect(countedIn({ parts }, ['f'])).toEqual({ killed: 5, survived: 2 });
    // A name alone has none: then those of its file count.
    expect(countedIn({ parts }, ['g'])).toEqual({ killed: 6, survived: 2 });
  });

  it('are recorded by file and function, with the day and the text that they changed', () => {
    const mutant = (line: number, outcome: Mutant['outcome'], file = 'kvm/a.ts'): Mutant => ({
      file,
      line,
      outcome,
      code: 'x',
      replacement: 'y',
    });
    const found = [mutant(1, 'killed'), mutant(3, 'killed'), mutant(3, 'survived')];
    const old = { file: 'kvm/a.ts', date: '2026-01-01', sum: 'x', parts: {} };
    const other = { ...old, file: 'kvm/b.ts' };
    const runs = withMutants(
      [other, old],
      [...found, mutant(3, 'invalid')],
      '2026-02-02',
      () => text,
    );
    expect(runs).toEqual([
      {
        file: 'kvm/a.ts',
        date: '2026-02-02',
        sum: sumOf(text),
        parts: { A: { killed: 1, survived: 0 }, f: { killed: 1, survived: 1 } },
      },
      other,
    ]);
    expect(sumOf(`${text} `)).not.toBe(sumOf(text));
  });

  it('are said with their day, and as not recorded where no run is', () => {
    const of = { file: 'kvm/a.ts', survive: 3 };
    const run = { killed: 7, survived: 1, date: '2026-02-02', changed: false };
    expect(mutantsOf({ ...of, mutants: null })).toBe('not recorded, 3 survive in kvm/a.ts');
    expect(mutantsOf({ ...of, mutants: run })).toBe('7 of 8 in kvm/a.ts, 2026-02-02');
    expect(mutantsOf({ ...of, mutants: { ...run, changed: true } })).toContain('before its text');
  });

  it('that are recorded stand in files of the model, with as many as there are', () => {
    for (const { file, date, parts } of mutantRuns()) {
      const lines = readFileSync(join(root, 'src/model', file), 'utf8').split('\n');
      const known = new Set(lines.map((_, i) => partOf(lines, i + 1)));
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect([file, Object.keys(parts).filter((part) => !known.has(part))]).toEqual([file, []]);
    }
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
