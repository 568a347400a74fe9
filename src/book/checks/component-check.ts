import { nearest } from '../../model/index.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import { PROVIDED } from './provided.ts';

const KNOWN: ReadonlySet<string> = new Set(PROVIDED.map(({ name }) => name));

/** Components that are not among those that every page has. */
export function checkComponents(page: Page): Problem[] {
  const unknown = page.elements.filter(({ name }) => /^\p{Lu}/u.test(name) && !KNOWN.has(name));
  return unknown.map(({ name, line }): Problem => {
    const near = nearest(name, KNOWN);
    return {
      code: 'component-unknown',
      file: page.file,
      line,
      received: `<${name}>`,
      expected: `one of ${[...KNOWN].join(', ')}`,
      remedy: near === null ? 'Remove it, or use one of these.' : `Write <${near}>.`,
    };
  });
}
