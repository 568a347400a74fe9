import { nearest } from '../../model/index.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import { PROVIDED } from './provided.ts';
import { checkReasons } from './reasons-check.ts';

const KNOWN: ReadonlySet<string> = new Set(PROVIDED.map(({ name }) => name));

/**
 * Components that are not among those that a page of its kind has; a chapter has those of the list.
 * And lists of reasons that are about nothing.
 */
export function checkComponents(page: Page, known: ReadonlySet<string> = KNOWN): Problem[] {
  const unknown = page.elements.filter(({ name }) => /^\p{Lu}/u.test(name) && !known.has(name));
  const strangers = unknown.map(({ name, line }): Problem => {
    const near = nearest(name, known);
    return {
      code: 'component-unknown',
      file: page.file,
      line,
      received: `<${name}>`,
      expected: `one of ${[...known].join(', ')}`,
      remedy: near === null ? 'Remove it, or use one of these.' : `Write <${near}>.`,
    };
  });
  return [...strangers, ...checkReasons(page)];
}
