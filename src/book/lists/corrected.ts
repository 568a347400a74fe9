import { join } from 'node:path';
import { z } from 'astro/zod';
import { readEntries, type ListKind } from './entries.ts';
import type { Erratum } from './erratum.ts';
import { SECTIONS, shownPath } from '../places.ts';
import { readNames, readPlainText } from '../plain-text.ts';
import type { Problem } from '../problems.ts';

/** One entry of `content/data/corrected.json`: what was once said and may not come back. */
const corrected = z.strictObject({
  /** Words of the wrong sentence, as a regular expression; capitals do not count. */
  wrong: z
    .string()
    .min(5)
    .refine(isPattern)
    .meta({ description: 'a regular expression', examples: ['"needs a flag"'] }),
  /** What is right. */
  right: z
    .string()
    .regex(/^\S.{9,}[.]$/)
    .meta({
      description: 'a sentence of at least ten letters',
      examples: ['"Version 3 asked for FWB alone."'],
    }),
  /** Addresses of the pages that said it; each has a correction in `errata.json`. */
  pages: z
    .array(z.string().regex(/^\/(?:\S*\/)?$/))
    .min(1)
    .meta({ description: 'a list of addresses', examples: ['["/guide/the-fault/"]'] }),
});

export type Corrected = z.output<typeof corrected>;

const KIND = {
  name: 'corrected',
  schema: corrected,
  one: 'corrected sentence',
  many: 'corrected sentences',
  key: 'wrong',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof corrected>;

/** Lists that name what was wrong, and those that hold no prose. */
const NOT_PROSE: ReadonlySet<string> = new Set([
  'corrected.json',
  'errata.json',
  'facts.json',
  'sources.json',
]);

/** Reads the corrected sentences: each has its errata, and no page or list says one again. */
export function readCorrected(
  content: string,
  errata: readonly Erratum[],
): { corrected: readonly Corrected[]; problems: Problem[] } {
  const { entries, problems } = readEntries(content, KIND);
  const noted = new Set(errata.map(({ page }) => page));
  const silent = entries.flatMap(({ value, file, id, lineOf }) =>
    (value?.pages ?? []).flatMap((page, index): Problem[] => {
      if (noted.has(page)) return [];
      return [
        {
          code: 'correction-erratum',
          from: ['errata'],
          file,
          line: lineOf(`pages.${index}`),
          id,
          received: `${page}, which errata.json does not have`,
          expected: `a correction of ${page} in content/data/errata.json`,
          remedy: 'Add what the page said and what is right, with its day.',
        },
      ];
    }),
  );
  const list = entries.flatMap(({ value }) => value ?? []);
  const back = proseFiles(content).flatMap((path) =>
    findCorrected(list, shownPath(path, content), readPlainText(path, '').text ?? ''),
  );
  return { corrected: list, problems: [...problems, ...silent, ...back] };
}

/** Lines of a text that say again what was corrected. */
export function findCorrected(list: readonly Corrected[], file: string, text: string): Problem[] {
  const tests = list.map(({ wrong, right }) => ({ pattern: new RegExp(wrong, 'i'), wrong, right }));
  return text.split('\n').flatMap((line, index) =>
    tests
      .filter(({ pattern }) => pattern.test(line))
      .map(({ pattern, wrong, right }) => ({
        code: 'corrected-again' as const,
        file,
        line: index + 1,
        id: wrong,
        received: pattern.exec(line)?.[0] ?? '',
        expected: right,
        remedy: 'Say what is right; the reason is in content/data/errata.json.',
      })),
  );
}

function proseFiles(content: string): string[] {
  const filesIn = (name: string, ends: string) => {
    const folder = join(content, name);
    const { names } = readNames(folder, '');
    return names
      .filter((one) => one.endsWith(ends) && !NOT_PROSE.has(one))
      .map((one) => join(folder, one));
  };
  return [...SECTIONS.flatMap((section) => filesIn(section, '.mdx')), ...filesIn('data', '.json')];
}

function isPattern(text: string): boolean {
  try {
    return RegExp(text, 'i').flags === 'i';
  } catch {
    return false;
  }
}
