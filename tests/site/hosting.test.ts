import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtSite } from './build.ts';

const CHAPTER = 'guide/one-mail-one-bug';
const SOURCE = `content/${CHAPTER}.mdx`;

test('a chapter is also served as it is written', { timeout: 120_000 }, async () => {
  const site = await builtSite();
  const written = readFileSync(SOURCE, 'utf8');
  expect(readFileSync(join(site, `${CHAPTER}.mdx`), 'utf8')).toBe(written);
  const page = readFileSync(join(site, CHAPTER, 'index.html'), 'utf8');
  expect(page).toContain(`href="/${CHAPTER}.mdx"`);
  expect(page).not.toContain('Edit this page');
});

test('a hosted copy has its own address and an edit link', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hosted-'));
  try {
    const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder];
    const { status } = spawnSync(process.execPath, astro, {
      env: {
        ...process.env,
        STAGE_TWO_URL: 'https://guide.example',
        STAGE_TWO_EDIT: 'https://forge.example/edit/main/',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    expect(status).toBe(0);
    const page = readFileSync(join(folder, CHAPTER, 'index.html'), 'utf8');
    expect(page).toContain(`href="https://forge.example/edit/main/${SOURCE}">Edit this page<`);
    expect(page).toContain(`<link rel="canonical" href="https://guide.example/${CHAPTER}/"`);
    expect(readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')).toContain('https://guide.example/');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
