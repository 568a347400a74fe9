import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

const HEADING = 'More';
const CHECKS = 'Three checks';

/**
 * What a first reader may leave out stands in one place: under its own heading, after all that the
 * chapter says and before its checks. It says what is in it, so that nobody has to open it to know.
 */
export function checkMore({ elements, headings, file }: Page): Problem[] {
  const sections = headings.filter(({ depth }) => depth === 2);
  return elements
    .filter(({ name }) => name === 'More')
    .flatMap(({ line, attributes }) => {
      const at = sections.findLastIndex((section) => section.line < line);
      const [own, next] = [sections[at]?.value, sections[at + 1]?.value];
      const checks = sections.some(({ value }) => value === CHECKS);
      const common = { code: 'more-place', file, line } as const;
      const found: Problem[] = [];
      if (own !== HEADING || (checks && next !== CHECKS))
        found.push({
          ...common,
          received: `<More> under ${own ?? 'no heading'}, before ${next ?? 'the end'}`,
          expected: `<More> under ## ${HEADING}, right before ## ${CHECKS}`,
          remedy: 'Move it there with all that a first reader may leave out, or unfold it.',
        });
      if (!attributes.get('about')?.trim())
        found.push({
          ...common,
          received: '<More> that does not say what is in it',
          expected: '<More about="...">',
          remedy: 'Say in a line what is in it.',
        });
      return found;
    });
}
