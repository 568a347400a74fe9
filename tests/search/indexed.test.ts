import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexed, kindOf } from '../../src/search/indexed.ts';
import { readWords } from '../../src/search/words.ts';

const PAGE =
  '<article class="text" data-pagefind-body><p>prose</p><table><tr><td>EINVAL</td><td>PFNMAP</td></tr>' +
  '<tr><td><span class="tab-line">0 none</span><span class="tab-line">1 all</span></td></tr></table>' +
  '<div class="snip-out" role="status">1 2 3</div><button>Run</button></article>';

describe('a page as the search reads it', () => {
  const page = indexed(PAGE, '/guide/memslots/', ['Bad <b> & "words"']);

  it('keeps cells apart, and leaves output and buttons out', () => {
    expect(page).toContain('EINVAL </td><td>PFNMAP </td>');
    expect(page).toContain('0 none</span> <span class="tab-line">1 all');
    expect(page).toContain('<div data-pagefind-ignore class="snip-out"');
    expect(page).toContain('<button data-pagefind-ignore>Run');
  });

  it('says what kind of page it is, and takes words that people type, as text', () => {
    expect(page).toContain('data-pagefind-body data-pagefind-meta="kind:Chapter">');
    expect(page).toContain(
      '<p data-pagefind-ignore data-pagefind-meta="words">Bad &lt;b> &amp; &quot;words&quot;. Bad b words</p>',
    );
    expect([kindOf('/reference/api/fault/'), kindOf('/reference/faults/'), kindOf('/x/')]).toEqual([
      'API',
      'Reference',
      'Page',
    ]);
  });
});

describe('a kind of page that counts less', () => {
  it('does so in its text and its headings, and no other does', () => {
    const text = '<article data-pagefind-body><h2 id="a">A</h2></article>';
    expect(indexed(text, '/exercises/a/', [])).toMatch(
      /^<article data-pagefind-weight="0.5".*<h2 data-pagefind-weight="0.5" id="a">/,
    );
    expect(indexed(text, '/guide/a/', [])).not.toContain('weight');
  });
});

describe('the list of words', () => {
  const pages = new Set(['/guide/a/']);
  const read = (text: string): unknown => {
    const file = join(mkdtempSync(join(tmpdir(), 'words-')), 'search.json');
    writeFileSync(file, text);
    return [...readWords(pages, file)];
  };

  it('gives the words of a page, and none where there is no list', () => {
    expect(read('[{"route":"/guide/a/","words":["smaps"]}]')).toEqual([['/guide/a/', ['smaps']]]);
    expect([...readWords(pages, '/no/such/file')]).toEqual([]);
  });

  it.each([
    ['[{"route":"/guide/b/","words":["x"]}]', /no page \/guide\/b\//],
    [
      '[{"route":"/guide/a/","words":["x"]},{"route":"/guide/a/","words":["y"]}]',
      /stands there twice/,
    ],
    ['[{"route":"/guide/a/","words":[""]}]', /expected \{ "route"/],
    ['[{"route":"/guide/a/"}]', /expected \{ "route"/],
    ['{}', /expected \{ "route"/],
  ])('refuses %s', (text, error) => expect(() => read(text)).toThrow(error));
});
