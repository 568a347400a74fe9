import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../src/grammar/shapes.ts';
import { memClass } from '../../src/grammar/memory.ts';
import { verdictClass, verdictIcon, type ShownVerdict } from '../../src/grammar/verdict.ts';

const css = readFileSync(new URL('../../src/styles/grammar.css', import.meta.url), 'utf8');
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const VERDICTS: readonly ShownVerdict[] = [
  'supported',
  'not-supported',
  'cacheable',
  'not-cacheable',
  'accepted',
  'refused',
  'mapped',
  'relaxed',
  'resumed',
  'maintained',
  'not-maintained',
  'retry',
  'fails',
  'injected',
  'signalled',
  'emulated',
  'exits',
  'found',
  'not-found',
  'unknown',
  'invalid',
  'leak',
  'stale',
];

test('the styles paint the paths of the shapes, and no others', () => {
  const painted = [...css.matchAll(/--shape-([\w-]+): url\("[^"]* d='([^']+)'/g)];
  const shapes = Object.entries(SHAPES).map(([name, { d }]) => [kebab(name), d]);
  expect(painted.map(([, name, d]) => [name, d])).toEqual(shapes);
});

describe.each(VERDICTS)('verdict %s', (verdict) => {
  test('has the shape in the styles that figures draw', () => {
    const name = verdictClass(verdict).split(' ')[1] ?? '';
    const rules = [...css.matchAll(/([^{}]+)\{([^}]*)\}/g)];
    const own = rules.filter(
      ([, selector = '']) =>
        new RegExp(`\\.${name}(?![\\w-])`).test(selector) ||
        [...selector.matchAll(/\[class\*='([^']+)'\]/g)].some(([, part = '']) =>
          name.includes(part),
        ),
    );
    const painted = /--shape: var\(--shape-([\w-]+)\)/.exec(own.map(([, , body]) => body).join());
    const shape = Object.entries(SHAPES).find(
      ([key]) => kebab(key) === (painted?.[1] ?? 'question'),
    );
    expect(shape?.[1]).toBe(verdictIcon(verdict));
  });
});

test('every kind of memory has its own swatch', () => {
  const names = ['WB', 'WT', 'NC', 'Device-nGnRnE', 'mixed', 'as stage 1', 'reserved'] as const;
  const classes = names.map((name) => memClass(name).split(' ')[1] ?? '');
  expect(new Set(classes).size).toBe(names.length);
  for (const name of classes) expect(css).toContain(`.${name}::before`);
  expect(memClass('Device-GRE')).toBe(memClass('Device-nGnRnE'));
});
