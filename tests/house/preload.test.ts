import { expect, test } from 'vitest';
import { plainLists } from '../../src/preload.ts';

/* What Vite 8 writes before a module that imports others when they are needed. */
const table = (files: readonly string[]): string =>
  `const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=${JSON.stringify(files)})))=>i.map(i=>d[i]);\n`;
const look = (...places: readonly number[]): string =>
  `t(()=>import("./a.js"),__vite__mapDeps([${places.join(',')}]));`;

test('a module that asks once names its files where it asks', () => {
  expect(plainLists(table(['_astro/a.js', '_astro/b.js']) + look(0, 1))).toBe(
    't(()=>import("./a.js"),["_astro/a.js","_astro/b.js"]);',
  );
});

test('a module that asks for the same files again and again keeps its table', () => {
  const files = Array.from({ length: 20 }, (_, i) => `_astro/part-${i}.js`);
  const code = table(files) + look(...files.keys()).repeat(4);
  expect(plainLists(code)).toBe(code);
});

test.each(['t(()=>import("./a.js"),[]);', 'const __vite__mapDeps=0;', ''])(
  'what has no such table is left as it is: %s',
  (code) => {
    expect(plainLists(code)).toBe(code);
  },
);
