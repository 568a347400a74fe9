import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { paragraphsPlugin } from '../../src/book/astro/paragraphs-plugin.ts';

/** A page as it is compiled, tags and words alone. */
async function compiled(text: string): Promise<string> {
  const { code } = await mdxToJs(text, { mdastPlugins: [paragraphsPlugin], jsx: true });
  const body = /return ([^]*?);\n\}/.exec(code)?.[1] ?? '';
  return body.replaceAll(/\{"(.*?)"\}/g, '$1').replaceAll(String.raw`\n`, '');
}
const P = ['<_components.p>', '</_components.p>'] as const;
const TWO = '<Claim>One.</Claim> <Claim>Two.</Claim>';

test.each([
  ['alone on a page', TWO, `${P[0]}${TWO}${P[1]}`],
  ['over two lines', TWO.replace(' ', '\n'), `${P[0]}${TWO}${P[1]}`],
  [
    'in two paragraphs',
    '<Claim>One.</Claim>\n\n<Claim>Two.</Claim>',
    `<>${P[0]}<Claim>One.</Claim>${P[1]}${P[0]}<Claim>Two.</Claim>${P[1]}</>`,
  ],
  ['folded', `<More>\n\n${TWO}\n\n</More>`, `<More>${P[0]}${TWO}${P[1]}</More>`],
  ['on the line of a tag', `<Option>${TWO}</Option>`, `<Option>${TWO}</Option>`],
  ['without a space', TWO.replace(' ', ''), `${P[0]}${TWO.replace(' ', '')}${P[1]}`],
])('claims %s keep their paragraph and their spaces', async (_where, text, expected) => {
  const page = await compiled(text);
  expect(page.replaceAll(/\n\s*/g, '')).toBe(expected);
});

test('an item of a list needs no paragraph, and what is written over several is left alone', async () => {
  expect(await compiled(`- ${TWO}\n- x`)).toContain(`<_components.li>${TWO}</_components.li>`);
  expect(await compiled('<Claim>\n\nOne.\n\n</Claim>')).toBe(`<Claim>${P[0]}One.${P[1]}</Claim>`);
});
