import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBook } from '../../src/book/check.ts';
import { citedByData } from '../../src/book/checks/cited.ts';
import { renderClaims } from '../../src/book/claims-report.ts';

const ROOT = join(import.meta.dirname, '../..');
const fixture = (name: string) => `tests/book/fixtures/${name}`;

function claims(content: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['src/book/cli.ts', 'claims'], {
    cwd: ROOT,
    env: { ...process.env, STAGE_TWO_CONTENT: content },
    encoding: 'utf8',
  });
}

test('the report counts claims and sources, and names what cites nothing', async () => {
  const book = await checkBook(`${ROOT}/${fixture('problems/evidence')}`);
  expect(renderClaims({ ...book, cited: new Map() })).toBe(`pages                     1
claims                    6
  confirmed               4
  inferred                2
  unknown                 0
sources                   5
  cited by claims         3
  cited by data or model  0
  cited by no page        2: Z9 Z8
paragraphs without claim  0
`);
});

test('the report names each paragraph without a claim, with its place', async () => {
  const name = fixture('ok/glossary');
  const report = renderClaims(await checkBook(`${ROOT}/${name}`));
  expect(report.split('\n').slice(-5)).toEqual([
    'paragraphs without claim  3',
    `  ${name}/guide/page.mdx:15  VMAs, a VMA, a non-VMA and VMA.`,
    `  ${name}/guide/page.mdx:16  KVM gives EINVAL; PoC is marked by hand, PoC is not.`,
    `  ${name}/guide/page.mdx:22  FEAT_MTE_PERM stands in code, x FEAT_MTE_PERM is other code.`,
    '',
  ]);
});

test('every key source or sources of a data file counts, and those of facts do not', () => {
  const cited = citedByData(`${ROOT}/${fixture('problems/evidence')}`);
  expect([...cited.keys()].toSorted()).toEqual(['later', 'model']);
  expect([...(cited.get('later') ?? [])]).toEqual(['Z8']);
  expect(cited.get('model')).toContain('CODE734');
  expect(cited.get('model')).toContain('V3-JGG3');
});

test('the command ends with 1 only where a rule is broken', { timeout: 120_000 }, () => {
  const broken = claims(fixture('problems/evidence'));
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain('claims                    6');
  expect(broken.stderr).toContain('source-uncited  "Z9"');
  expect(broken.stderr).toContain('4 problems in 2 files.');
  const other = claims(fixture('problems/links'));
  expect([other.status, other.stderr]).toEqual([0, '']);
});
