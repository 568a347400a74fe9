import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decoded } from '../../link/decoded.ts';
import { root } from '../../root.ts';
import type { Element, Image, Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import { PROVIDED } from './provided.ts';

const FIGURES: ReadonlySet<string> = new Set(
  PROVIDED.filter(({ figure }) => figure).map(({ name }) => name),
);

/** Images and figures: each needs a text alternative, and an image needs its file. */
export function checkAlternatives(page: Page): Problem[] {
  const figures = page.elements.filter(({ name }) => FIGURES.has(name));
  return [
    ...page.images.flatMap((image) => checkImage(image, page)),
    ...figures.filter((figure) => !hasText(figure)).map(withoutText),
  ];

  function withoutText({ name, line }: Element): Problem {
    return {
      code: 'figure-text',
      file: page.file,
      line,
      received: `<${name}> without label and caption`,
      expected: 'a label or caption that says what the figure shows',
      remedy: `Write <${name} caption="..." />.`,
    };
  }
}

/** A value in braces is computed by the page and counts as given. */
function hasText({ attributes }: Element): boolean {
  return ['label', 'caption'].some(
    (name) => attributes.has(name) && attributes.get(name)?.trim() !== '',
  );
}

function checkImage({ value, alt, line }: Image, page: Page): Problem[] {
  const at = { file: page.file, line };
  const problems: Problem[] = [];
  if (alt.trim() === '')
    problems.push({
      ...at,
      code: 'image-alt',
      received: `an image ${value} without alternative`,
      expected: 'a text that says what the image shows',
      remedy: `Write ![what it shows](${value}).`,
    });
  if (!hasFile(value, page))
    problems.push({
      ...at,
      code: 'image-missing',
      received: value || 'no address',
      expected: 'a file beside the page or in public/; images of other origins are not loaded',
      remedy: 'Correct the path, or add the file.',
    });
  return problems;
}

function hasFile(value: string, page: Page): boolean {
  if (value === '' || /^[a-z]+:|^\/\//i.test(value)) return false;
  if (value.startsWith('/')) return existsSync(join(root, 'public', value));
  const path = decoded(value, decodeURI);
  return path !== null && existsSync(join(dirname(page.path), path));
}
