import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outDirOf } from '../../scripts/build/build-site.ts';
import { KeptSite } from '../../scripts/build/kept-site.ts';
import { isRead, siteStamp } from '../../scripts/build/site-stamp.ts';
import { root } from '../../src/root.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kept-site-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = () => join(folder, 'kept');
const dist = () => join(folder, 'dist');
function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(dist(), path)), { recursive: true });
  writeFileSync(join(dist(), path), text);
}
const all = (): string[] =>
  readdirSync(dist(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist().length + 1))
    .toSorted();

/** A site of two files, kept under a stamp. */
function keep(stamp: string): void {
  rmSync(dist(), { recursive: true, force: true });
  write('index.html', `the page of ${stamp}`);
  write('_astro/font.woff2', new Uint8Array([0, 255, 128]));
  new KeptSite(stamp, kept()).keep(dist());
}

describe('a site that was kept', () => {
  test('takes the place of what the folder holds, but for its repository', () => {
    keep('a');
    write('index.html', 'another page');
    write('guide/gone/index.html', 'a page that is no more');
    write('.git/HEAD', 'of who publishes the folder');
    expect(new KeptSite('a', kept()).restore(dist())).toBe(2);
    expect(all()).toEqual(['.git/HEAD', '_astro/font.woff2', 'index.html']);
    expect(readFileSync(join(dist(), 'index.html'), 'utf8')).toBe('the page of a');
    expect([...readFileSync(join(dist(), '_astro/font.woff2'))]).toEqual([0, 255, 128]);
    rmSync(dist(), { recursive: true });
    expect(new KeptSite('a', kept()).restore(dist())).toBe(2);
    expect(all()).toEqual(['_astro/font.woff2', 'index.html']);
  });

  test('does not hold the repository of the folder', () => {
    keep('a');
    write('.git/HEAD', 'of who publishes the folder');
    new KeptSite('b', kept()).keep(dist());
    rmSync(dist(), { recursive: true });
    expect(new KeptSite('b', kept()).restore(dist())).toBe(2);
    expect(existsSync(join(dist(), '.git'))).toBe(false);
  });

  const file = () => join(kept(), readdirSync(kept())[0] ?? '');
  test.each([
    ['cut short', () => truncateSync(file(), readFileSync(file()).length - 1)],
    [
      'changed in one byte',
      () => {
        const bytes = readFileSync(file());
        bytes[bytes.indexOf('the page of a') + 4]! ^= 1;
        writeFileSync(file(), bytes);
      },
    ],
    ['gone', () => rmSync(file())],
  ])('is none where its file is %s, and the folder stays as it is', (_name, harm) => {
    keep('a');
    harm();
    write('index.html', 'another page');
    expect(new KeptSite('a', kept()).restore(dist())).toBe(0);
    expect(readFileSync(join(dist(), 'index.html'), 'utf8')).toBe('another page');
  });

  test('is none where its inputs have changed; two are kept, the last ones', () => {
    for (const stamp of ['a', 'b', 'c']) keep(stamp);
    expect(readdirSync(kept())).toHaveLength(2);
    expect(new KeptSite('d', kept()).restore(dist())).toBe(0);
    expect(new KeptSite('c', kept()).restore(dist())).toBe(2);
    expect(readFileSync(join(dist(), 'index.html'), 'utf8')).toBe('the page of c');
  });
});

describe('the stamp of a site', () => {
  const env = { STAGE_TWO_URL: 'https://one.example' };
  const other = (more: NodeJS.ProcessEnv) => siteStamp({ ...env, ...more });

  test('knows each variable that the site reads', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs|astro)$/.test(name))
      .map((name) => join('src', name));
    const read = ['astro.config.mjs', ...files].flatMap((name) =>
      [
        ...readFileSync(join(root, name), 'utf8').matchAll(/\benv(?:\.|\[')([A-Z][A-Z_\d]*)\b/g),
      ].map(([, variable = '']) => variable),
    );
    // Vite sets two by itself, and one says only where results are kept.
    const apart = new Set(['DEV', 'BASE_URL', 'STAGE_TWO_KEPT']);
    expect(new Set(read).size).toBeGreaterThan(5);
    expect(read.filter((name) => !isRead(name) && !apart.has(name))).toEqual([]);
  });

  test('changes with them, and with none that it does not', () => {
    const stamp = siteStamp(env);
    expect(other({ HOME: '/', npm_command: 'x', ASTRO_TELEMETRY_DISABLED: '1' })).toBe(stamp);
    expect(other({ STAGE_TWO_KEPT: folder })).toBe(stamp);
    const changed = [
      { STAGE_TWO_URL: 'https://two.example' },
      { STAGE_TWO_EDIT: 'https://two.example/' },
      { NODE_ENV: 'development' },
      { TZ: 'Asia/Tokyo' },
      { PAGEFIND_EXCLUDE_SELECTORS: 'h1' },
    ].map(other);
    expect(new Set([stamp, ...changed]).size).toBe(changed.length + 1);
  });

  test('changes with the content, wherever that is', () => {
    write('guide/page.mdx', 'one');
    const stamp = other({ STAGE_TWO_CONTENT: dist() });
    expect(stamp).not.toBe(siteStamp(env));
    expect(other({ STAGE_TWO_CONTENT: dist() })).toBe(stamp);
    write('guide/page.mdx', 'two');
    expect(other({ STAGE_TWO_CONTENT: dist() })).not.toBe(stamp);
  });
});

test('only a build that says no more than where to write is kept', () => {
  expect(outDirOf([])).toBe(join(root, 'dist'));
  expect(outDirOf(['--outDir', 'there'])).toBe(join(root, 'there'));
  expect(outDirOf(['--outDir=there/site'])).toBe(join(root, 'there/site'));
  expect(outDirOf(['--outDir', folder])).toBe(folder);
  const others = [
    ['--outDir'],
    ['--outDir='],
    ['--outDir', '--silent'],
    ['--outDir', 'there', '--devOutput'],
    ['--base', '/guide'],
    ['there'],
    // These hold more than a site, and Astro has its own word on them.
    ['--outDir', '.'],
    ['--outDir', '..'],
    ['--outDir', dirname(dirname(root))],
    ['--outDir', '/'],
  ];
  expect(others.map(outDirOf)).toEqual(others.map(() => null));
});
