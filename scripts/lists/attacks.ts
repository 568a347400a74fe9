import { ATTACKS } from '../../tests/attacks/attacks.ts';
import { FLOODS } from '../../tests/attacks/floods.ts';
import { FORGERIES } from '../../tests/attacks/forgeries.ts';
import { FRAMINGS } from '../../tests/attacks/framings.ts';
import { OPENED, REFUSED } from '../../tests/attacks/hostile-links.ts';
import { ODD } from '../../tests/attacks/odd-values.ts';
import { UNLOCKED } from '../../tests/attacks/unlocked.ts';

/** Attacks of one kind: where they are made, and what has to come of each. */
interface Part {
  readonly title: string;
  readonly file: string;
  readonly holds: string;
  readonly rows: readonly (readonly [name: string, ends: string])[];
}

const ended = (ends: RegExp): string => code(ends.source.replaceAll('\\/', '/'));
const same = (names: readonly string[], end: string): Part['rows'] =>
  names.map((name) => [name, end]);

const PARTS: readonly Part[] = [
  {
    title: 'Programs typed into a snippet',
    file: 'attacks.test.ts',
    holds:
      'Each is typed into the page and run. Its output ends with the line named here (a regular expression), nothing is asked of the server, page and address stay as they were, and the next run works.',
    rows: ATTACKS.map(({ name, ends }) => [name, ended(ends)]),
  },
  {
    title: 'A worker without the lockdown',
    file: 'policy.test.ts',
    holds:
      'As if the first wall had fallen: the code runs in a worker of the frame with all names of the browser there. The policy and the opaque origin alone make it fail.',
    rows: UNLOCKED.map(([name, , error]) => [name, code(error)]),
  },
  {
    title: 'The sandbox in the hands of a stranger',
    file: 'framed.test.ts',
    holds: 'From a host that sends no headers. The page sees that its origin is not opaque.',
    rows: same(
      FRAMINGS.map(([name]) => name),
      'a sentence, no worker, no message',
    ),
  },
  {
    title: 'Evidence that no kernel gave',
    file: 'evidence.test.ts',
    holds: 'Each tries to get the mark “seen on Linux” behind another answer.',
    rows: same(
      FORGERIES.map(({ name }) => name),
      'no mark',
    ),
  },
  {
    title: 'Values that no snippet can print',
    file: 'evidence.test.ts',
    holds:
      'Each becomes a line, the run goes on, and page and build print the same text (a regular expression).',
    rows: ODD.map(({ name, prints }) => [name, ended(prints)]),
  },
  {
    title: 'Output that would cost the page much',
    file: 'evidence.test.ts',
    holds: 'What the page draws is bounded, whatever the program says of its size.',
    rows: same(
      FLOODS.map(([name]) => name),
      'fewer than 20,000 elements, no text over 251 characters',
    ),
  },
  {
    title: 'Links that are refused',
    file: 'links.test.ts',
    holds: 'The reader is told why (a regular expression), and the page is as it was.',
    rows: REFUSED.map(([name, , why]) => [name, ended(why)]),
  },
  {
    title: 'Links that are opened',
    file: 'links.test.ts',
    holds: 'The text stands in the editor, and none of it runs until the reader presses Run.',
    rows: same(
      OPENED.map(([name]) => name),
      'shown, not run',
    ),
  },
];

const HEAD = `# Attacks

Written by \`npm run lists\` from \`tests/attacks/\`; do not edit. Each row is a test that \`npm test\` runs in a
browser, and a row whose outcome is another fails it. SECURITY.md says what each wall is for.
`;

/** attacks is `docs/attacks.md`: what the tests try, and what has to come of it. */
export function attacks(): string {
  const parts = PARTS.map(({ title, file, holds, rows }) => {
    const table = rows.map(([name, ends]) => `| ${cell(name)} | ${cell(ends)} |\n`).join('');
    return `## ${title}\n\n\`tests/attacks/${file}\`, ${rows.length}. ${holds}\n\n| tried | outcome |\n| --- | --- |\n${table}`;
  });
  return [HEAD, ...parts].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
const cell = (text: string): string => text.replaceAll('|', '\\|');
