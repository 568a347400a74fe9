import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { checkBook } from '../../src/book/check.ts';
import { bookMdastPlugin } from '../../src/book/astro/mdx-plugin.ts';

/** The components of a compiled page with their attributes, in order. */
async function components(
  text: string,
  slug = 'leak',
): Promise<[name: string, attributes: string][]> {
  const { code } = await mdxToJs(text, {
    mdastPlugins: [bookMdastPlugin],
    fileURL: pathToFileURL(`/content/guide/${slug}.mdx`),
    jsx: true,
  });
  return [...code.matchAll(/<(Snippet|Code)\s([^]*?)\/>/g)].map(
    ([, name = '', attributes = '']) => [name, attributes.trim()],
  );
}

describe('fences of a page', () => {
  test('have the ids under which the book knows them', { timeout: 120_000 }, async () => {
    const content = join(import.meta.dirname, 'fixtures/ok/fences');
    const book = await checkBook(content);
    const text = readFileSync(`${content}/guide/page.mdx`, 'utf8');
    const ids = (await components(text, 'page')).flatMap(([name, attributes]) =>
      name === 'Snippet' ? [/^id="(.*)"$/.exec(attributes)?.[1]] : [],
    );
    expect(ids).toEqual(book.fences.map(({ id }) => id));
    expect(ids).toContain('page-fence-12');
  });

  test('become snippets and listings; an output fence goes with its snippet', async () => {
    const text = [
      '```ts run id="one"\nshow(1);\n```',
      '```text output\n1\n```',
      '```ts norun reason="r"\nlet a;\n```',
      '```text\nplain\n```',
      '<details>\n\n```ts run id="two" throws="EINVAL"\nthrow 1;\n```\n\n```text output\n1\n```\n\n</details>',
      '```text output\nstray\n```',
    ].join('\n\n');
    expect(await components(text)).toEqual([
      ['Snippet', 'id="one"'],
      ['Snippet', 'id="leak-fence-3"'],
      ['Code', 'code="plain" lang="text"'],
      ['Snippet', 'id="two"'],
      ['Code', 'code="stray" lang="text"'],
    ]);
  });
});
