import domino from '@mixmark-io/domino';
import { expect, test } from 'vitest';
import { inAscii } from '../../src/ascii/html.ts';

/** As the parser of a browser reads it. */
const read = (html: string): string => domino.createDocument(html).documentElement.outerHTML;

test('a page reads the same and is ASCII but for its scripts and styles', () => {
  const page =
    '<title>“a” – b</title><p title="√ ’">✓ 𝔸 é&amp;&nbsp;·</p><svg><text>×</text></svg>' +
    '<script>say("“é”")</script><textarea>ü</textarea><style>a::after{content:"→"}</style><p>…';
  const made = inAscii(page);
  expect(read(made)).toBe(read(page));
  expect(made.match(/[\u0080-\u{10ffff}]/gu)?.join('')).toBe('“é”→');
  expect(made).toContain('<p title="&#8730; &#8217;">&#10003; &#120120; &#233;&amp;');
});

test.each(['', 'plain', '<p>&#8217;&rsquo;</p>', '<SCRIPT>“</SCRIPT>', '<p>\u0085</p>'])(
  '%j stays',
  (page) => expect(inAscii(page)).toBe(page),
);
