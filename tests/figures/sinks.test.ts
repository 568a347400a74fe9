import { describe, expect, it } from 'vitest';
import { escapeHtml, h, toHtmlString } from '../../src/figures/show/node.ts';

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  '</span></code><svg onload=alert(1)>',
  '&lt;b&gt; &amp;amp;',
  ']]><!--<script>',
];

describe('toHtmlString', () => {
  it.each(ATTACKS)('writes %s as text only', (attack) => {
    const html = toHtmlString(h('code', { title: attack }, attack));
    expect(html.match(/</g)).toHaveLength(2);
    expect(html.match(/>/g)).toHaveLength(2);
    expect(html.match(/"/g)).toHaveLength(2);
    expect(html).not.toContain("'");
  });

  it('writes an unknown element as span', () => {
    for (const tag of ['script', 'iframe', 'style', 'IMG', 'object', 'a onclick=x', '']) {
      expect(toHtmlString(h(tag, {}, 'x'))).toBe('<span>x</span>');
    }
  });

  it('leaves out handlers, styles, sources, and names that are none', () => {
    const attrs = {
      onclick: 'x',
      ONLOAD: 'x',
      style: 'x',
      srcdoc: 'x',
      src: 'x',
      'a b': 'x',
      '><': 'x',
    };
    expect(toHtmlString(h('p', attrs))).toBe('<p></p>');
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '//evil.example/',
    '/\\evil.example/',
    'http://plain.example/',
  ])('leaves out the link %s', (href) => {
    expect(toHtmlString(h('a', { href }, 'x'))).toBe('<a>x</a>');
  });

  it.each(['#id', '?decide=fwb:1', '/sources/#SEED', 'https://lore.kernel.org/'])(
    'keeps the link %s',
    (href) => {
      expect(toHtmlString(h('a', { href }, 'x'))).toBe(`<a href="${href}">x</a>`);
    },
  );

  it('writes booleans as HTML does, and joins texts that touch', () => {
    const node = h('input', { checked: true, disabled: false, value: null, name: undefined });
    expect(toHtmlString(node)).toBe('<input checked>');
    expect(h('p', {}, 'a', null, '', 'b', false).children).toEqual(['ab']);
  });
});

describe('escapeHtml', () => {
  it('keeps characters that a parser would change', () => {
    expect(escapeHtml('a\r\nb\0')).toBe('a&#13;\nb\ufffd');
  });
});
