import { describe, expect, test } from 'vitest';
import { highlightToHtml } from '../../src/snippets/highlight/highlight.ts';

const text = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|amp|quot|#39);/g,
      (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'",
    );

describe('highlightToHtml', () => {
  test.each([
    [
      'ts',
      "import { type A } from 'x'; // note\nconst a: Map<string, A> = `${1}\n2`;\n\nif (a < b && c) {}",
    ],
    ['js', 'export const f = (a) => /<b>/.test(a);'],
    ['c', '#define X 1\nstatic int f(struct kvm *k)\n{\n\treturn k && -EINVAL; /* why */\n}'],
    ['text', '<b>plain & simple</b>'],
    ['console', '$ npm ci\nadded 1 package\n# reboot'],
    ['unheard-of', 'a < b'],
  ])('changes no character of %s', (lang, code) => {
    expect(text(highlightToHtml(code, lang))).toBe(code);
  });

  test('names tokens by class and has no style', () => {
    const html = highlightToHtml("const a = 'x'; // c", 'ts');
    expect(html).toBe(
      '<span class="tok-keyword">const</span> a = <span class="tok-string">&#39;x&#39;</span>; <span class="tok-comment">// c</span>',
    );
    expect(highlightToHtml('x = /a/g && true', 'js')).toBe(
      'x = <span class="tok-string">/a/g</span> &amp;&amp; <span class="tok-number">true</span>',
    );
    expect(highlightToHtml('let a: Map', 'ts')).toContain(': <span class="tok-name">Map</span>');
    expect(highlightToHtml('return 1;', 'c')).toContain('<span class="tok-number">1</span>');
    expect(highlightToHtml('$ ls', 'console')).toBe('<span class="tok-meta">$ </span>ls');
  });
});
