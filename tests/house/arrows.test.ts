import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf } from './support/circles.ts';
import { importsOfFolder, root, type Import } from './support/imports.ts';

/**
 * What each part of `src` may import. Arrows point inwards: pages to figures to model, snippets to
 * model, cli to model. The grammar of chips stands under figures, snippets and components.
 */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  triage: ['model'],
  cli: ['model', 'triage'],
  observations: ['model'],
  worker: [],
  'root.ts': [],
  search: ['address.ts', 'finished.ts'],
  quality: ['root.ts'],
  theme: [],
  styles: [],
  'address.ts': [],
  'site.ts': ['address.ts'],
  'finished.ts': [],
  folder: ['address.ts', 'finished.ts', 'sheets'],
  breaks: ['finished.ts'],
  sheets: ['finished.ts'],
  ascii: ['finished.ts'],
  'packed.ts': [],
  archive: [],
  offline: ['root.ts'],
  'preload.ts': [],
  'env.d.ts': ['observations'],
  grammar: ['model'],
  link: [],
  figures: ['address.ts', 'model', 'triage', 'observations', 'grammar', 'link'],
  snippets: ['model', 'figures', 'grammar', 'link', 'worker', 'root.ts'],
  policies: ['archive', 'model', 'figures', 'grammar', 'link', 'snippets', 'root.ts'],
  evidence: ['archive', 'model', 'cli', 'observations', 'link', 'quality', 'root.ts'],
  book: ['model', 'triage', 'observations', 'snippets', 'link', 'worker', 'root.ts'],
  api: ['book', 'figures', 'worker', 'root.ts'],
  'content.config.ts': ['book'],
  editions: ['address.ts', 'worker'],
  previews: ['book', 'editions', 'root.ts'],
  components: [
    'address.ts',
    'api',
    'breaks',
    'observations',
    'editions',
    'previews',
    'model',
    'triage',
    'grammar',
    'evidence',
    'figures',
    'snippets',
    'book',
    'search',
    'link',
    'quality',
    'theme',
    'styles',
    'site.ts',
  ],
  layouts: ['model', 'components', 'grammar', 'book', 'search', 'theme', 'styles', 'site.ts'],
  pages: [
    'address.ts',
    'api',
    'editions',
    'evidence',
    'model',
    'observations',
    'offline',
    'figures',
    'snippets',
    'book',
    'components',
    'grammar',
    'layouts',
    'policies',
    'quality',
    'root.ts',
    'search',
    'theme',
    'styles',
    'site.ts',
  ],
};

/** The parts of the model, innermost first; each may import those before it. */
const MODEL: readonly string[] = [
  'base',
  'arch',
  'kvm',
  'policy',
  'machine',
  'explore',
  'explain',
  'index.ts',
  'usual.ts',
];

/** What may be imported of the model from outside: the public API, and the part of it that most use. */
const ENTRIES: ReadonlySet<string> = new Set(['model/index.ts', 'model/usual.ts']);

/** Packages that a part may import; those that are not named may import any. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  model: /^$/,
  triage: /^$/,
  cli: /^node:/,
  figures: /^@tanstack\/virtual-core$/,
  link: /^$/,
  grammar: /^$/,
  worker: /^node:/,
};

const imports = importsOfFolder('src');
const written = ({ from, to }: Import) => `${from} imports ${to}`;

function partOf(path: string): string {
  return path.split('/')[0] ?? '';
}

describe('arrows between the parts of src', () => {
  it('sees the imports', () => expect(imports.length).toBeGreaterThan(200));

  it('has a rule for every part', () => {
    const parts = readdirSync(join(root, 'src')).filter((name) => !name.startsWith('.'));
    expect(parts.filter((part) => !(part in MAY))).toEqual([]);
  });

  it.each(Object.entries(MAY))('%s imports nothing but %o', (part, allowed) => {
    const wrong = imports.filter(
      ({ from, to }) =>
        partOf(from) === part &&
        !to.startsWith('package:') &&
        partOf(to) !== part &&
        !allowed.includes(partOf(to)),
    );
    expect(wrong.map(written)).toEqual([]);
  });

  it.each(Object.entries(PACKAGES))('%s imports no package but %s', (part, allowed) => {
    const wrong = imports.filter(
      ({ from, to }) =>
        partOf(from) === part &&
        to.startsWith('package:') &&
        !allowed.test(to.slice('package:'.length)),
    );
    expect(wrong.map(written)).toEqual([]);
  });

  it('enters the model through its public API only', () => {
    const inside = imports.filter(
      ({ from, to }) => partOf(to) === 'model' && partOf(from) !== 'model' && !ENTRIES.has(to),
    );
    expect(inside.map(written)).toEqual([]);
  });
});

describe('workers', () => {
  it('answer through one helper', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const own = files
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => readFileSync(join(root, 'src', file), 'utf8').includes('parentPort'));
    expect(own.map((file) => file.split(sep).join('/'))).toEqual(['worker/answer.ts']);
  });
});

describe('the shell', () => {
  it('makes no table and asks the model nothing: its files draw what they are given', () => {
    const made = /^(?:model|figures\/(?:show\/node|tables\/table)\.ts)/;
    const wrong = imports.filter(
      ({ from, to }) => /^(?:components|layouts)\/.*\.ts$/.test(from) && made.test(to),
    );
    expect(wrong.map(written)).toEqual([]);
  });
});

describe('circles', () => {
  it('are found, types included', () => {
    const arrows = ['a b', 'b c', 'c a', 'c d', 'd d', 'e a'].map((arrow) => arrow.split(' '));
    const found = circlesOf(arrows.map(([from = '', to = '']) => ({ from, to })));
    expect(found.toSorted()).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it.each(['src', 'lab', 'bench', 'scripts'])('there is none in %s', (folder) => {
    expect(circlesOf(importsOfFolder(folder))).toEqual([]);
  });
});

describe('arrows inside the model', () => {
  const partOfModel = (path: string) => path.split('/')[1] ?? '';
  const inModel = imports.filter(({ from }) => partOf(from) === 'model');

  it('has a place for every folder', () => {
    const found = readdirSync(join(root, 'src/model')).filter((name) => name !== 'package.json');
    expect(found.filter((name) => !MODEL.includes(name))).toEqual([]);
  });

  it('points from the outer to the inner', () => {
    const outward = inModel.filter(
      ({ from, to }) => MODEL.indexOf(partOfModel(to)) > MODEL.indexOf(partOfModel(from)),
    );
    expect(outward.map(written)).toEqual([]);
  });
});
