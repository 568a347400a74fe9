import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainText } from '../plain-text.ts';
import { readJson } from './json-lines.ts';
import { shownPath } from '../places.ts';
import type { Problem } from '../problems.ts';

/** Abbreviations that every reader knows and the glossary need not define. */
export function readWords(content: string): { words: ReadonlySet<string>; problems: Problem[] } {
  const path = join(content, 'data', 'words.json');
  if (!existsSync(path)) return { words: new Set(), problems: [] };
  const { text, problems } = readPlainText(path, shownPath(path, content));
  if (text === null)
    return { words: new Set(), problems: problems.map((one) => ({ ...one, breaks: 'words' })) };
  const reading = readJson(text);
  const value = reading.ok ? reading.value : null;
  if (Array.isArray(value) && value.every((word) => typeof word === 'string'))
    return { words: new Set(value), problems: [...problems] };
  const fault = reading.ok ? { line: 1, received: 'another value' } : reading;
  return {
    words: new Set(),
    problems: [
      ...problems,
      {
        code: 'data-syntax',
        file: shownPath(path, content),
        line: fault.line,
        received: fault.received,
        expected: reading.ok ? 'a list of words in double quotes' : reading.expected,
        remedy: 'Mend the file; it is one list of words.',
        breaks: 'words',
      },
    ],
  };
}
