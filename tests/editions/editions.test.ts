import { describe, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { toMarkdown } from '../../src/editions/markdown.ts';
import { parsePage } from '../../src/editions/page.ts';
import type { BuiltPage } from '../../src/editions/page.ts';
import { printChapter } from '../../src/editions/print-chapter.ts';
import { printEdition } from '../../src/editions/print.ts';
import { slugOf } from '../../src/editions/routes.ts';
import { staticPage } from '../../src/editions/static-page.ts';
import { readVersions } from '../../src/editions/versions.ts';

const HTML = `<html><head><link rel="stylesheet" href="/site.css"></head><body><main>
<article id="top"><header class="chapter-head"><p class="label">Part</p><h1>One page</h1><p class="lede">A sentence.</p></header>
<link rel="stylesheet" href="/figure.css">
<figure class="fig" aria-label="What it shows"><stage-x><div class="fig-controls"><fieldset><legend>Access</legend>
<label><input type="radio" checked>read</label><label><input type="radio">write</label></fieldset>
<label><span>Type</span><select><option>first</option><option selected>second</option></select></label>
<label><input type="checkbox" checked>FWB</label></div><svg role="img" aria-label="A drawing"></svg></stage-x>
<noscript>needs JavaScript</noscript><figcaption>What it shows</figcaption></figure>
<h2 id="part">A part</h2>
<p><span class="claim-inferred">It is so.</span><span class="status">&nbsp;inferred</span><a class="cite" href="#V1">7</a><span class="sidenote">7 Somebody</span></p>
<p>See <a class="term" href="/glossary/#fwb">FWB</a><span popover id="t">a long text</span>, <a href="#part">here</a>, <a href="/guide/other/#there">there</a>.</p>
<p class="strip-name"><span class="strip-no">1.</span> <b>B reads</b> <span class="chip">leak</span></p>
<stage-snippet id="code" data-program="{}"><div class="snip-bar"><span class="snip-tools"><button>Run</button></span></div>
<div class="snip-code" tabindex="0"><pre><code>const a = 1;\n</code></pre></div>
<div class="snip-out" role="status"><pre class="ev">one</pre><pre class="ev">two</pre></div></stage-snippet>
<div class="check" id="ask-why" data-key="1"><fieldset><legend><b>Why?</b></legend><ul><li><label><input type="radio" value="0"><b>A</b> <span>So</span></label></li>
<li><label><input type="radio" value="1"><b>B</b> <span>Thus</span></label></li></ul><p class="check-do"><button type="button">Answer</button> <span role="status"></span></p></fieldset>
<details><summary>The answer</summary><p><b>B</b> is right.</p><p>Because.</p></details></div></article>
<section class="sources"><h2 id="sources">Sources</h2><ol><li id="V1">Somebody, <cite><a href="https://lore.example/1">A mail</a></cite>, mail</li></ol></section>
</main></body></html>`;

const TABLE = `<table><caption>Who says what</caption><thead>
<tr><th rowspan="2">host</th><th colspan="2">v6.16</th></tr><tr><th>memslot</th><th>fault</th></tr></thead>
<tbody><tr><th rowspan="2">FWB</th><td><code>a || b</code></td><td></td></tr><tr><td>accepted</td><td><p>WB</p><p>NC</p></td></tr>
<tr><th colspan="3">a group</th></tr></tbody></table>`;

const SHELL = '<html><head></head><body><main data-edition><h1>All</h1></main></body></html>';

function page(route: string, html = HTML): BuiltPage {
  const parsed = staticPage(route, html);
  if (parsed === null) throw new Error('no article');
  return parsed;
}

describe('Markdown of a chapter', () => {
  const text = toMarkdown(page('/guide/one/'), 'https://site.example/');

  test.each([
    [
      'its title and address',
      '# One page\n\nA sentence.\n\nSource: https://site.example/guide/one/',
    ],
    ['what the controls of a figure stand at', 'Access: read'],
    ['a select by its chosen option', 'Type: second'],
    ['a box by yes or no', 'FWB: yes'],
    ['a drawing by its words', 'A drawing'],
    ['a caption', 'Figure: What it shows'],
    ['a claim with status and source', 'It is so. (inferred) [7]'],
    ['a term as the plain word', 'See FWB, [here](#part)'],
    ['a step without its number, with what breaks', '\n**B reads** leak\n'],
    ['code with its language', '```ts\nconst a = 1;\n```'],
    ['output as one block', '```text\none\ntwo\n```'],
    [
      'a question as a heading, with its answers and the right one',
      '### Why?\n\n-   **A** So\n-   **B** Thus\n\nThe answer\n\n**B** is right.\n\nBecause.',
    ],
    ['its sources', '1. Somebody, [A mail](https://lore.example/1), mail'],
  ])('has %s', (_, expected) => expect(text.replaceAll('\u00a0', ' ')).toContain(expected));

  test.each(['needs JavaScript', 'a long text', '7 Somebody', 'Run', '<'])('has no %j', (gone) =>
    expect(text).not.toContain(gone),
  );
});

test('a figure keeps apart what stands apart on the page', () => {
  const src =
    '<span class="show-src"><a href="/sources/#C1">C1</a> <a href="/sources/#C2">C2</a></span>';
  const figure = `<figure class="fig"><div class="lanes"><label class="lane"><span class="lane-kernel">v1</span>
<span class="gate"><span class="label">memslot</span><span class="track">refused<code> EINVAL</code></span></span><span class="gate"><span class="label">leaf</span><span>none</span></span><span class="lane-so">The end.</span></label></div>
<p><span class="show-title">fault, v1</span></p><ol><li><code>asks()</code> <b>no</b><span class="show-inputs">there is <code>one()</code>  ${src}</span></li></ol>
<p>it starts<span class="mig-why">It was told to ${src}</span></p><p>the <i>VM</i>B<i>s</i></p>
<p><span class="claim-confirmed">Both say so.</span><a class="cite" href="#V1">7</a><a class="cite" href="#V2">8</a></p><pre>a<b>b</b></pre></figure></article>`;
  const text = toMarkdown(
    page('/guide/one/', HTML.replace('</article>', figure)),
    'https://site.example/',
  );
  for (const line of [
    '-   v1, memslot: refused `EINVAL`; leaf: none. The end.',
    '(fault, v1)',
    '1.  `asks()` **no**: there is `one()` [C1, C2]',
    'it starts. It was told to [C1, C2]',
    'the *VM*B *s*',
    '\nab\n',
    'Both say so. [7, 8]',
  ])
    expect(text).toContain(line);
});

test('a table has each cell in its column, one head, and all of its bars', () => {
  const html = HTML.replace('</article>', `${TABLE}</article>`);
  expect(toMarkdown(page('/guide/one/', html), 'https://site.example/')).toContain(`Who says what

| host | v6.16, memslot | v6.16, fault |
| --- | --- | --- |
| FWB | \`a \\|\\| b\` |  |
| FWB | accepted | WB NC |
| a group |  |  |
`);
});

function printed(pages: readonly BuiltPage[]): string {
  const slugs = new Set(pages.map(({ route }) => slugOf(route)));
  return printEdition(
    SHELL,
    pages.map((one) => printChapter(one, slugs)),
  );
}

describe('the print edition', () => {
  const other = HTML.replace('V1', 'V2').replaceAll('V1', 'V2').replace('One page', 'Other');
  const early = HTML.replace('</article>', '<p><a href="/sources/V2/">later</a></p></article>');
  const document = parseHtml(printed([page('/guide/one/', early), page('/guide/other/', other)]));

  test('counts its figures through', () => {
    const captions = all(document, 'figcaption').map((one) => one.textContent);
    expect(captions).toEqual(['Figure 1. What it shows', 'Figure 2. What it shows']);
  });

  test('has each source once, at the end, under the numbers that the text cites', () => {
    const items = all(document, '.sources li').map(({ id }) => id);
    expect(items).toEqual(['source-V1', 'source-V2']);
    const cites = all(document, 'a.cite');
    expect(cites.map((cite) => [cite.textContent, cite.getAttribute('href')])).toEqual([
      ['1', '#source-V1'],
      ['2', '#source-V2'],
    ]);
  });

  test('leads from chapter to chapter inside the page, and no id stands twice', () => {
    const ids = all(document, '[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all(document, '#one a').map((link) => link.getAttribute('href'));
    expect(links).toContain('#one--part');
    expect(links).toContain('#other--there');
  });

  test('leads to a source that only a later chapter brings', () =>
    expect(
      all(document, '#one a')
        .find(({ textContent }) => textContent === 'later')
        ?.getAttribute('href'),
    ).toBe('#source-V2'));

  test('keeps nothing that needs a script, and folds nothing', () => {
    expect(document.querySelectorAll('script, noscript, button, input, select').length).toBe(0);
    expect(document.querySelectorAll('details:not([open]), [hidden]').length).toBe(0);
    expect(document.querySelector('stage-snippet')?.hasAttribute('data-program')).toBe(false);
  });

  test('lets the keyboard reach what scrolls', () =>
    expect(document.querySelectorAll('.snip-code[tabindex="0"]').length).toBe(2));

  test('has one first heading, and the sheets of all figures in its head', () => {
    expect(all(document, 'h1').map((one) => one.textContent)).toEqual(['All']);
    expect(document.head.querySelectorAll('link[href="/figure.css"]').length).toBe(1);
    expect(document.body.querySelectorAll('link').length).toBe(0);
  });

  test('says when its shell has no place for the chapters', () =>
    expect(() => printEdition('<html><body></body></html>', [])).toThrow('data-edition'));
});

test('a page without an article is no chapter', () =>
  expect(parsePage('/x/', '<html><body></body></html>')).toBeNull());

test('the feed takes the dated sections of the changelog', () =>
  expect(
    readVersions('# Changelog\n\n## Unreleased\n\n- a\n\n## 0.1.0 (2026-11-23)\n\n- b\n- c\n'),
  ).toEqual([{ name: '0.1.0', date: '2026-11-23', text: '- b\n- c' }]));
