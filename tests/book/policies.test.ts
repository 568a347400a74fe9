import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDebate } from '../../src/book/debate/read-debate.ts';
import { contentDir } from '../../src/book/places.ts';
import { root } from '../../src/root.ts';
import {
  checkModelPolicies,
  checkPolicies,
  type CreditedPolicy,
} from '../../src/book/checks/policy-check.ts';
import { renderReport } from '../../src/book/report.ts';
import { sortProblems } from '../../src/book/problems.ts';
import { readSources } from '../../src/book/lists/sources.ts';
import { POLICIES } from '../../src/model/index.ts';

const FILE = 'src/model/policy/named.ts';
const list = readSources(contentDir());
const { positions } = readDebate(contentDir(), list, []).debate;

test('each policy of the model rests on a patch or a mail, and each name on a position', () => {
  expect(POLICIES.flatMap(({ argued }) => argued).length).toBeGreaterThan(12);
  expect(checkModelPolicies(positions, list.byId)).toEqual([]);
});

test('a position taken away is missed, with the line of its policy', () => {
  const left = positions.filter(({ person }) => person !== 'Marc Zyngier');
  const problems = checkModelPolicies(left, list.byId);
  expect(problems.length).toBeGreaterThan(1);
  for (const { code, file, line, id, received } of problems) {
    expect([code, file]).toEqual(['policy-position', FILE]);
    expect(received).toContain('Marc Zyngier');
    expect(readFileSync(join(root, FILE), 'utf8').split('\n')[line - 1]).toContain(`'${id}'`);
  }
});

describe('a policy without its source', () => {
  const by = (name: string, ...source: string[]) => ({ by: name, source });
  const wrong: readonly CreditedPolicy[] = [
    { name: 'bare', argued: [], source: [] },
    { name: 'about', argued: [by('Catalin Marinas', 'SEED')], source: ['SEED'] },
    { name: 'code', argued: [by('Oliver Upton', 'C3')], source: ['C3'] },
    { name: 'held', argued: [by('Jason Gunthorpe', 'V7-JGG')], source: ['V7-JGG'] },
    { name: 'absent', argued: [], source: ['V3-MAZ99'] },
    { name: 'good', argued: [by('Jason Gunthorpe', 'SEED')], source: ['C3'] },
  ];
  const text = wrong.map(({ name }) => `  { name: '${name}' },\n`).join('');

  test('gives its report, word for word', () => {
    const problems = checkPolicies(wrong, { file: FILE, text }, positions, list.byId);
    const report = new URL('fixtures/policies/report.txt', import.meta.url);
    expect(renderReport(sortProblems(problems))).toBe(readFileSync(report, 'utf8'));
  });
});
