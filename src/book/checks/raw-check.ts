import type { Element, Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** HTML that a page may write where Markdown has no words for it. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn dl dt em
  figcaption figure h2 h3 h4 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary
  sup table tbody td tfoot th thead time tr u ul var wbr`.split(/\s+/),
);

const ATTRIBUTES: ReadonlySet<string> = new Set(
  `alt class colspan datetime dir height href id lang open reversed role rowspan scope span src start
  title value width`.split(/\s+/),
);

/** What to do instead, where there is something better than Markdown. */
const INSTEAD: Readonly<Record<string, string>> = {
  script: 'Write a fence that runs: ```ts run id="what-it-shows".',
  style: 'Remove it; styles stand in src/styles.',
  link: 'Remove it; styles stand in src/styles.',
  iframe: 'Link to the page instead.',
  frame: 'Link to the page instead.',
  object: 'Link to the file instead.',
  embed: 'Link to the file instead.',
  form: 'Remove it; the site takes nothing from its readers.',
  input: 'Remove it; the site takes nothing from its readers.',
  button: 'Remove it, or use a figure.',
  meta: 'Remove it; the site writes the head of a page.',
  base: 'Remove it; the site writes the head of a page.',
};

/** HTML that may not stand in content, and code: content holds no logic. */
export function checkRaw(page: Page): Problem[] {
  return [
    ...page.elements.flatMap((element) => [
      ...checkElement(element, page.file),
      ...checkAttributes(element, page.file),
    ]),
    ...page.code.map(({ line, value }) => ownCode(page.file, line, value)),
    ...page.prose.flatMap(({ line, value, code }) => {
      const found = code ? null : /^(?:import|export)\s.*["'].*["'];?$/m.exec(value);
      if (found === null) return [];
      const above = value.slice(0, found.index).split('\n').length - 1;
      return [ownCode(page.file, line + above, found[0])];
    }),
  ];
}

/** Components begin with a capital; whether they are known is asked elsewhere. */
function isHtml({ name }: Element): boolean {
  return !/^\p{Lu}/u.test(name);
}

function checkElement(element: Element, file: string): Problem[] {
  const { name, line } = element;
  if (!isHtml(element) || ELEMENTS.has(name)) return [];
  return [
    {
      code: 'html-element',
      file,
      line,
      received: `<${name}>`,
      expected: 'Markdown, a component, or HTML of running text such as sub, kbd or details',
      remedy: INSTEAD[name] ?? 'Write it in Markdown, or use a component.',
    },
  ];
}

function checkAttributes(element: Element, file: string): Problem[] {
  const { name, line, attributes } = element;
  if (isHtml(element) && !ELEMENTS.has(name)) return [];
  const wrong = [...attributes.keys()].filter((attribute) =>
    isHtml(element)
      ? !ATTRIBUTES.has(attribute) && !/^(?:aria|data)-/.test(attribute)
      : /^on|^style$|:/i.test(attribute),
  );
  return wrong.map((attribute) => ({
    code: 'html-attribute',
    file,
    line,
    received: `${attribute} of <${name}>`,
    expected: isHtml(element)
      ? `one of ${[...ATTRIBUTES].join(', ')}, aria-* or data-*`
      : 'no handler, no style and no directive',
    remedy: `Remove ${attribute}.`,
  }));
}

function ownCode(file: string, line: number, value: string): Problem {
  const [first = '', ...more] = value.trim().split('\n');
  return {
    code: 'page-code',
    file,
    line,
    received: first + (more.length > 0 ? ' ...' : ''),
    expected: 'words; in braces a comment, a text in quotes, a number, true, false or JSON',
    remedy: 'Write a fence that runs, or a component of src/components; content holds no logic.',
  };
}
