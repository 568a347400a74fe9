import { describe, expect, test } from 'vitest';
import { absolute, readUrl, routeOf, served } from '../../src/address.ts';
import { inFolder } from '../../src/folder/html.ts';

const BASES = ['/', '/stage-two/', '/stage%20two/', '/guide/'];

describe('an address', () => {
  test.each([
    ['/', '/guide/mte/', '/guide/mte/'],
    ['/stage-two/', '/guide/mte/#one', '/stage-two/guide/mte/#one'],
    ['/stage%20two/', '/', '/stage%20two/'],
    // A folder may be called as a part of the site is.
    ['/guide/', '/guide/mte/', '/guide/guide/mte/'],
  ])('in the folder %s: %s is served as %s', (base, address, expected) => {
    expect(served(address, base)).toBe(expected);
  });

  test.each(['#part', '?path=hour', 'https://other.example/', '//other.example/', 'next/', ''])(
    '%j names another place and stays',
    (address) => {
      for (const base of BASES) expect(served(address, base)).toBe(address);
    },
  );

  test.each(BASES)('in the folder %s is rooted again', (base) => {
    for (const address of ['/', '/guide/', '/guide/mte/', '/paths/hour/'])
      expect(routeOf(served(address, base), base)).toBe(address);
  });

  test('for elsewhere has a host where the site has one', () => {
    expect(absolute('/guide/mte/', 'https://host.example/two/')).toBe(
      'https://host.example/two/guide/mte/',
    );
    expect(absolute('/guide/mte/', null)).toBe('/guide/mte/');
  });
});

describe('where a site stands', () => {
  test.each([
    ['https://host.example', 'https://host.example/', '/'],
    ['https://host.example/', 'https://host.example/', '/'],
    // A site is a folder: the last slash may be left out.
    ['https://host.example/stage-two', 'https://host.example/stage-two/', '/stage-two/'],
    ['http://localhost:8080/a/b/', 'http://localhost:8080/a/b/', '/a/b/'],
    ['https://host.example/stage two/', 'https://host.example/stage%20two/', '/stage%20two/'],
    ['https://host.example/two-stages/ü/', 'https://host.example/two-stages/%C3%BC/', null],
  ])('%s', (text, url, base) => {
    expect(readUrl(text)).toEqual({ ok: true, url, base: base ?? '/two-stages/%C3%BC/' });
  });

  test.each([
    ['', 'before its host'],
    ['host.example/folder/', 'before its host'],
    ['/stage-two/', 'before its host'],
    ['ftp://host.example/', 'expected https:// or http://'],
    ['javascript:alert(1)', 'expected https:// or http://'],
    ['https://me:word@host.example/', 'without a user or a password'],
    ['https://host.example/?a=b', 'without a query'],
    ['https://host.example/?', 'without a query'],
    ['https://host.example/#part', 'without a fragment'],
    ['https://host.example/#', 'without a fragment'],
    ['https://host.example/a//b/', 'expected a folder'],
    ['https://host.example/a%2Fb/', 'expected a folder'],
    ['https://host.example/%ff/', 'expected a folder'],
    ['https://host.example/"><script>/', 'expected a folder'],
    ["https://host.example/it's/", 'expected a folder'],
    ['https://host.example/a&b/', 'expected a folder'],
  ])('%j is refused', (text, expected) => {
    const read = readUrl(text);
    expect(read).toMatchObject({ ok: false, code: 'site-url' });
    const { says } = read as { says: string };
    expect(says).toContain(`received ${JSON.stringify(text)}; expected `);
    expect(says).toContain(expected);
    expect(says).toContain('; example: https://docs.example/stage-two/');
  });
});

describe('a page in a folder', () => {
  const BASE = '/stage%20two/';

  test.each([
    ['<a class="x" href="/guide/">', '<a class="x" href="/stage%20two/guide/">'],
    ['<a title="a > b" href="/">', '<a title="a > b" href="/stage%20two/">'],
    ['<img src="/preview.png">', '<img src="/stage%20two/preview.png">'],
    ['<form action="/debate/">', '<form action="/stage%20two/debate/">'],
    [
      '<img srcset="/a.png 1x, /b.png 2x">',
      '<img srcset="/stage%20two/a.png 1x, /stage%20two/b.png 2x">',
    ],
    [
      '<link rel="stylesheet" href="/stage%20two/_astro/a.css">',
      '<link rel="stylesheet" href="/stage%20two/_astro/a.css">',
    ],
    [
      '<script src="/stage two/_astro/a.js"></script>',
      '<script src="/stage%20two/_astro/a.js"></script>',
    ],
  ])('leads there: %s', (before, after) => {
    expect(inFolder(before, BASE)).toBe(after);
    // What stands around it does not matter.
    expect(inFolder(`<p>one</p>${before}<p>two</p>`, BASE)).toBe(`<p>one</p>${after}<p>two</p>`);
  });

  test.each([
    '<a href="#part">',
    '<a href="?path=hour">',
    '<a href="https://other.example/">',
    '<li data-step="/guide/mte/">',
    '<p title="write href=&quot;/guide/&quot;">',
    '<pre>&lt;a href="/guide/"&gt;</pre>',
    '<script>q(\'<a href="/guide/">\')</script>',
    '<style>a::before { content: \'<a href="/guide/">\' }</style>',
    '<textarea><a href="/guide/"></textarea>',
  ])('stays: %s', (html) => {
    expect(inFolder(html, BASE)).toBe(html);
  });

  test('a folder may be called as a part of the site is', () => {
    expect(inFolder('<a href="/guide/mte/">', '/guide/')).toBe('<a href="/guide/guide/mte/">');
    expect(inFolder('<script src="/guide/_astro/a.js"></script>', '/guide/')).toBe(
      '<script src="/guide/_astro/a.js"></script>',
    );
  });

  test('at the root is as it was', () => {
    const html = '<a href="/guide/"><img src="/preview.png" srcset="/a.png 1x">';
    expect(inFolder(html, '/')).toBe(html);
  });
});
