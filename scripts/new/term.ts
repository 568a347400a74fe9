import { FILL } from '../../src/book/checks/unfilled-check.ts';
import { termId } from '../../src/book/lists/term.ts';
import { entriesOf, withEntry } from './entries.ts';
import { taken, unread, type Made, type Project } from './recipe.ts';

const GLOSSARY = 'content/data/glossary.json';
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} _/.()-]{0,58}[\p{L}\p{N})]$/u;

/** term makes an entry of the glossary, by its letters. */
export function term(name: string, project: Project): Made {
  if (!NAME.test(name) || termId(name) === '')
    return {
      ok: false,
      code: 'bad-name',
      received: JSON.stringify(name),
      expected: 'the word as readers meet it, 2 to 60 letters, digits, blanks, _ / . ( ) and -',
      remedy: 'Write for example "cache line", between quotes.',
    };
  const text = project.read(GLOSSARY);
  if (text === null) return unread(GLOSSARY, 'the list of terms');
  const words = entriesOf(text).flatMap(({ value }) => {
    const aliases = Array.isArray(value['aliases']) ? value['aliases'] : [];
    return [value['term'], ...aliases].map(String);
  });
  const same = words.find((word) => word === name || termId(word) === termId(name));
  if (same !== undefined) return taken(name, `${same} of ${GLOSSARY}`);
  const entry = {
    term: name,
    definition: `${FILL} what it means, in one or two sentences that end with a full stop.`,
    seeAlso: [],
    status: 'general-knowledge',
  };
  const after = (value: Readonly<Record<string, unknown>>): boolean =>
    termId(String(value['term'])) > termId(name);
  return {
    ok: true,
    files: [{ path: GLOSSARY, text: withEntry(text, entry, after) }],
    next: [
      'Add expansion, aliases and source where it has them; with a source its status is confirmed or inferred.',
    ],
  };
}
