import { describe, expect, test } from 'vitest';
import { minutesOf, visibleLines } from '../../src/book/page/minutes.ts';

const page = (...parts: string[]) => `---\ntitle: T and more words\n---\n\n${parts.join('\n\n')}\n`;
const words = (n: number) => 'word '.repeat(n);
const code = (n: number, lang = 'ts run id="a"') =>
  `\`\`\`${lang}\n${'const a = 1; // one two\n'.repeat(n)}\`\`\``;
const times = (n: number, text: string) => Array.from({ length: n }, () => text).join('\n\n');

describe('the minutes of a page', () => {
  test.each([
    ['1400 words', page(words(1400)), 10],
    ['24 lines in two fences', page(code(12), code(12)), 2],
    ['a shell to type into', page(code(24, 'sh')), 2],
    ['output', page(words(140), code(500, 'text output')), 1],
    [
      'two figures and a table',
      page(times(2, '<LeakFigure caption="a b c" />'), '<ObservedTable />'),
      6,
    ],
    ['three checks', page(times(3, '<Check question="Is it?">\n\n</Check>')), 3],
    ['hardly anything', page('word'), 1],
    [
      'all of it',
      page(words(700), code(36), '<LeakFigure />', '<Check question="So?">Yes</Check>'),
      11,
    ],
  ])('of %s', (_what, mdx, minutes) => expect(minutesOf(mdx)).toBe(minutes));

  test('leave out what is folded away', () => {
    const folded = `// hide\n${'a;\n'.repeat(48)}// show\n${'b;\n'.repeat(12)}`;
    expect(minutesOf(page(`\`\`\`ts run id="a"\n${folded}\`\`\``))).toBe(1);
  });
});

test('what a first reader may leave out takes no time', () => {
  const more = `<More about="the rest">\n\n${words(1400)}\n\n${code(24)}\n\n</More>`;
  expect(minutesOf(page(words(700), more, words(700)))).toBe(10);
});

test('the lines that a reader sees first are those outside of the folds, blank ones aside', () =>
  expect(visibleLines('a\n\n// hide\nb\n// show\nc\n')).toEqual(['a', 'c']));
