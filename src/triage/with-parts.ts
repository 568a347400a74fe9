import type { IgnoredLine, ReasonFound, Triage } from './answer.ts';
import { Situation } from './case/situation.ts';
import { judge, type Judged } from './judge.ts';
import { KEY_NAMES } from './keys/names.ts';
import { MOST_IGNORED } from './limits.ts';
import { nextOf } from './next.ts';
import { notesOf } from './notes.ts';
import type { Memory } from './read/memory.ts';
import type { Notebook } from './read/notebook.ts';
import type { Shelf } from './read/parts.ts';
import { read } from './read/read.ts';
import { Kept, type PartName, type Parts } from './parts/parts.ts';
import { rulesFrom } from './reasons/list.ts';
import type { ReasonId } from './reasons/reason.ts';
import { NONE, wordsAs, type Words } from './reasons/words.ts';

/** What a text and its choices come to with the parts that are there. */
export interface WithParts {
  readonly answer: Triage;
  /** Parts that are missing: as long as one is, the answer may lack what it would say. */
  readonly missing: ReadonlySet<PartName>;
}

/** triageWith is `triage` with some of its parts, for who loads the others when a text asks for them. */
export function triageWith(
  parts: Partial<Parts>,
  text: string,
  choices: Readonly<Record<string, unknown>> = {},
  memory?: Memory,
): WithParts {
  const shelf = new Kept(parts);
  const { asked, notes } = accepted(choices, shelf);
  const book = read(typeof text === 'string' ? text : '', shelf, memory);
  const unread = new Set(shelf.missing);
  const s = new Situation(book, asked);
  const rulesOf = rulesFrom((name) => shelf.get(name));
  const reasons = (s.complaint.of === 'nothing' ? null : shelf.get('reasons')) ?? NONE;
  const judged = judge(s, reasons, rulesOf);
  const isLeft = new Set(judged.left.map(({ id }) => id));
  const wordsOf = (id: ReasonId): Words => {
    // What is excluded needs no advice that fits, and so no rule of another part.
    const named = () => (isLeft.has(id) ? (rulesOf(id).where?.(s) ?? null) : null);
    return wordsAs(reasons.words[id], named);
  };
  const foundAs = (one: Judged, state: ReasonFound['state']): ReasonFound => {
    const words = wordsOf(one.id);
    return found(one, state, words, reasons.chapters[words.chapter] ?? '');
  };
  const chose = Object.keys(asked).length > 0;
  const against = chose ? (shelf.get('choices')?.conflicts(s) ?? []) : [];
  const understood = book.facts();
  const { lines, left: uncounted } = ignoredLines(book);
  if (uncounted > 0) notes.push(`${uncounted} more lines say nothing here and are not listed.`);
  const answer: Triage = {
    understood,
    ignored: lines,
    asked: inForce(s),
    reasons: [
      ...judged.left.map((one) => foundAs(one, 'left')),
      ...judged.excluded.map((one) => foundAs(one, 'excluded')),
    ],
    next: nextOf(s, judged, understood.length > 0 || chose, wordsOf),
    notes: [...notes, ...notesOf(s, judged, against)],
  };
  // What is judged of half a text may ask for what the whole of it needs not.
  if (unread.size > 0 && shelf.missing.has('reasons')) unread.add('reasons');
  return { answer, missing: unread.size > 0 ? unread : shelf.missing };
}

function accepted(
  choices: Readonly<Record<string, unknown>>,
  parts: Shelf<Parts>,
): {
  asked: Record<string, string>;
  notes: string[];
} {
  const asked: Record<string, string> = {};
  const notes: string[] = [];
  for (const [name, value] of entriesOf(choices)) {
    const reader = parts.get('choices');
    if (reader === null) continue;
    const choice = reader.readChoice(name, value);
    if (reader.isBad(choice))
      notes.push(`Not understood: ${choice.received}; expected ${choice.expected}.`);
    else asked[choice.key] = choice.value;
  }
  return { asked, notes };
}

/** Own texts and numbers of an object; nothing of one that does not let itself be read. */
function entriesOf(choices: unknown): [string, string][] {
  if (typeof choices !== 'object' || choices === null) return [];
  try {
    return Object.entries(choices).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
        ? [[name, String(value)]]
        : [],
    );
  } catch {
    return [];
  }
}

/** Everything that was judged, key by key, and the rule set that the kernel follows. */
function inForce(s: Situation): Record<string, string> {
  const force: Record<string, string> = {};
  for (const name of KEY_NAMES) {
    const known = s.get(name);
    if (known) force[name] = known.value;
    if (name === 'kernel' && s.kernel) force['rules'] = s.kernel.rules;
  }
  return force;
}

function ignoredLines({ lines, used }: Notebook): { lines: IgnoredLine[]; left: number } {
  const ignored: IgnoredLine[] = [];
  let left = 0;
  for (const [index, text] of lines.raw.entries()) {
    if (used.has(index + 1) || text.trim() === '') continue;
    if (ignored.length < MOST_IGNORED) ignored.push({ line: index + 1, text });
    else left++;
  }
  return { lines: ignored, left };
}

function found(
  { id, because }: Judged,
  state: ReasonFound['state'],
  { title, confirm, remedy, command, source, status, since, until }: Words,
  chapter: string,
): ReasonFound {
  return {
    id,
    state,
    title,
    because,
    confirm,
    remedy,
    chapter,
    source,
    status,
    since,
    until,
    command,
  };
}
