import { describe, expect, test } from 'vitest';
import { foldedLines, setUpName, withoutMarks } from '../../src/snippets/core/fold.ts';
import { programFences } from '../../src/snippets/core/group.ts';
import { columnInSource } from '../../src/snippets/core/locate.ts';
import { checkOutcome } from '../../src/snippets/core/outcome.ts';
import { compile } from '../../src/snippets/core/program.ts';
import { errorLine, makeResult } from '../../src/snippets/core/result.ts';
import * as model from '../../src/model/index.ts';
import * as usual from '../../src/model/usual.ts';
import { isUsual } from '../../src/snippets/core/usual-names.ts';
import type { RunError } from '../../src/snippets/core/types.ts';

describe('fold marks', () => {
  test('bound set-up, themselves included', () => {
    expect(foldedLines('a\n// hide\nb\n// show\nc\n  // hide\nd').ranges).toEqual([
      { from: 2, to: 4 },
      { from: 6, to: 7 },
    ]);
  });
  test('become empty lines, and are not counted', () => {
    expect(withoutMarks('a\n// hide\nb\n  // show  \nc // hide')).toBe('a\n\nb\n\nc // hide');
    expect(setUpName(['// hide', 'b', '', '// show'])).toBe('Set-up, 1 line');
    expect(setUpName(['b', '  c'])).toBe('Set-up, 2 lines');
  });
  test('that do not pair are told', () => {
    expect(foldedLines('// show').problem).toBe('line 1: // show without // hide before it');
    expect(foldedLines('// hide\na\n// hide').problem).toBe(
      'line 3: // hide inside // hide of line 1',
    );
  });
  test('are only marks when they stand alone', () => {
    expect(foldedLines('// hide this\nx; // hide\n"// show"').ranges).toEqual([]);
  });
});

describe('a group', () => {
  const fence = (id: string, group: string | null, throws: string | null = null) => ({
    id,
    group,
    throws,
    code: '',
  });
  const page = [
    fence('a', 'g'),
    fence('b', null),
    fence('c', 'h'),
    fence('d', 'g', 'EINVAL'),
    fence('e', 'g'),
  ];
  const ids = (index: number): string[] => programFences(page, index).map(({ id }) => id);
  test('runs its earlier fences first', () => expect(ids(3)).toEqual(['a', 'd']));
  test('leaves out what must fail', () => expect(ids(4)).toEqual(['a', 'e']));
  test('is none without a name', () => expect(ids(1)).toEqual(['b']));
  test('has no fence behind the last', () => expect(ids(5)).toEqual([]));
});

describe('a program', () => {
  test('keeps every line of the source on its line', () => {
    const code = "import {\n  KERNELS,\n} from 'stage-two';\ninterface A {\n  b: 1;\n}\nKERNELS;";
    const compiled = compile([
      { id: 'a', code },
      { id: 'b', code: 'last;' },
    ]);
    if (!compiled.ok) throw new Error(compiled.error.message);
    const lines = compiled.program.js.split('\n');
    expect(lines[7]).toBe('KERNELS;');
    expect(compiled.program.parts).toEqual([
      { id: 'a', offset: 1 },
      { id: 'b', offset: 9 },
    ]);
    expect(lines[9]).toBe('last;');
  });
  test('asks for no name that is only a type', () => {
    const compiled = compile([
      {
        id: 'a',
        code: "import { type Vma, Kernel, KERNELS as k } from 'stage-two';\nlet v: Kernel = k[0];",
      },
    ]);
    expect(compiled.ok && compiled.program.imports).toEqual([
      { name: 'KERNELS', line: 2, column: 28 },
    ]);
  });
  test.each([
    ['a template', 'const text = `\n', '\n`;\ntext;'],
    ['a comment', '/*\n', '\n*/'],
  ])('takes no name from what looks like an import in %s', (_, before, after) => {
    const line = "import { handleFault } from 'stage-two';";
    const code = `import { KERNELS } from 'stage-two';\nKERNELS;\n${before}${line}${after}`;
    const compiled = compile([{ id: 'a', code }]);
    expect(compiled.ok && compiled.program.imports.map(({ name }) => name)).toEqual(['KERNELS']);
    expect(compiled.ok && compiled.program.js).toContain(line);
  });
});

describe('the sandbox of a program', () => {
  const whole = (code: string): boolean | null => {
    const compiled = compile([{ id: 'a', code }]);
    return compiled.ok ? compiled.program.whole : null;
  };
  test.each([
    ['console.log(1);', false],
    ["import { handleFault as f, KERNELS } from 'stage-two';\nf(KERNELS[0]);", false],
    ["import { nearestFlips, handleFault } from 'stage-two';\nnearestFlips(handleFault);", true],
    ["import * as two from 'stage-two';\ntwo;", true],
    ["import { handleFalut } from 'stage-two';\nhandleFalut;", true],
    ["import { toString } from 'stage-two';\ntoString;", true],
  ])('follows from its imports: %j', (code, expected) => {
    expect(whole(code)).toBe(expected);
  });

  test('is the usual one for exactly the names of the usual part', () => {
    const usualOf = (names: string[]): string[] =>
      names.filter((name) => isUsual([{ name, line: 1, column: 1 }]));
    expect(usualOf(Object.keys(model)).sort()).toEqual(Object.keys(usual).sort());
  });
});

describe('a column', () => {
  test.each([
    ['const a: number = f(b!);', 'const a = f(b);', 'b)', 21],
    ['f<A, B>(x as A, y);', 'f(x , y);', 'y', 17],
    ['a.b;', 'a.b;', 'b', 3],
    ['let x: Foo = Foo();', 'let x = Foo();', 'Foo', 14],
  ])('of %s is found', (source, compiled, at, column) => {
    expect(columnInSource(source, compiled, compiled.indexOf(at) + 1)).toBe(column);
  });
});

describe('a failure', () => {
  const error = (more: Partial<RunError> = {}): RunError => ({
    name: 'Error',
    message: 'memslot refused',
    line: 2,
    column: 7,
    ...more,
  });
  const outcome = (throws: string | null, e: RunError | null, truncated = false) =>
    checkOutcome({ throws }, makeResult([], e, truncated)).map(({ received, line }) => [
      received,
      line,
    ]);

  test('is the declared one by code, name or first word', () => {
    expect(outcome('EINVAL', error({ errno: 'EINVAL' }))).toEqual([]);
    expect(outcome('RangeError', error({ name: 'RangeError' }))).toEqual([]);
    expect(outcome('EFAULT', error({ message: 'EFAULT: at the fault' }))).toEqual([]);
    expect(outcome('EFAULT', error({ message: 'EFAULT' }))).toEqual([]);
  });
  test('that is another one, or missing, is a problem', () => {
    expect(outcome('EINVAL', error({ errno: 'EFAULT' }))).toEqual([
      ['Error: memslot refused (line 2, column 7)', 2],
    ]);
    expect(outcome('EINVAL', error({ message: 'no EINVAL here' })).length).toBe(1);
    expect(outcome('EINVAL', null)).toEqual([['a run without a failure', null]]);
  });
  test('that nobody declared is a problem at its line', () => {
    expect(outcome(null, error())).toEqual([['Error: memslot refused (line 2, column 7)', 2]]);
    expect(outcome(null, error({ fence: 'before' }))).toEqual([
      ['Error: memslot refused (line 2, column 7 of before)', null],
    ]);
    expect(outcome(null, null)).toEqual([]);
  });
  test('by too much output is one whatever is declared', () => {
    expect(outcome('EINVAL', error({ errno: 'EINVAL' }), true).length).toBe(1);
  });
  test('without a message is its name', () => {
    expect(errorLine(error({ message: '', line: null }))).toBe('Error');
  });
});
