import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from './support/imports.ts';

/** A kernel taken by its place from the front, so that an older one would be another. */
const BY_PLACE = /\bKERNELS(\[\d|\.at\(\d|\.slice\()|\]\s*=\s*KERNELS\b/;

/** Data about a kernel on purpose: the policies of the debate are the code before the series, and as landed. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  'policy/kernels.ts': ['v6.16', 'v6.17'],
};

/** The names of kernels in the texts of a program; comments are none. */
function namesIn(file: string, text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const said = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) ? node.text : '';
    names.push(...(said.match(/\bv\d+\.\d+\b/g) ?? []));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return names;
}

const files = ['model', 'figures', 'snippets', 'components', 'observations'].flatMap((folder) =>
  globSync(join(root, 'src', folder, '**/*.{ts,astro}')),
);

describe('kernels', () => {
  it.each(['KERNELS[1]', 'KERNELS.slice(0, 2)', 'const [A, B] = KERNELS;'])('%s is seen', (text) =>
    expect(text).toMatch(BY_PLACE),
  );

  it('are named, not counted from the oldest: an older one may be added', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => BY_PLACE.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ["ask('v7.3')", 1],
    ['`Ask about v7.3${rest}`', 1],
    ["type Old = 'v6.16';", 1],
    ['/* v7.3 */ ask(NEWEST); // since v7.3', 0],
  ])('%s has %i names', (text, count) => expect(namesIn('x.ts', text)).toHaveLength(count));

  it('are named in the model by their own files, and where the debate is about two of them', () => {
    const model = files.map((file) => relative(join(root, 'src/model'), file).split(sep).join('/'));
    const others = model.filter((file) => !/^(\.\.|kvm\/kernels)\//.test(file));
    expect(others.length).toBeGreaterThan(200);
    const wrong = others.flatMap((file) => {
      const names = namesIn(file, readFileSync(join(root, 'src/model', file), 'utf8'));
      return names.filter((name) => !ABOUT[file]?.includes(name)).map((name) => [file, name]);
    });
    expect(wrong).toEqual([]);
  });
});
