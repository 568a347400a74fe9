import type { IgnoredLine, ReasonFound, Triage } from './answer.ts';
import { Situation } from './case/situation.ts';
import { CHAPTERS } from './chapters.ts';
import { isBad, readChoice } from './choices.ts';
import { judge, type Judged } from './judge.ts';
import { KEYS } from './keys/keys.ts';
import { MOST_IGNORED } from './limits.ts';
import { commandOf, confirmOf, nextOf, remedyOf } from './next.ts';
import { notesOf } from './notes.ts';
import type { Memory } from './read/memory.ts';
import type { Notebook } from './read/notebook.ts';
import { read } from './read/read.ts';
import { reasonOf } from './reasons/list.ts';

/**
 * What a pasted text and the choices beside it lead to: the facts in it, the reasons that remain in
 * the order of trying, those that are excluded and by what, and the next thing to do. Any text gets
 * an answer; a choice that is none is left out, and a note says so. Who asks again and again about a
 * text that changes hands the same memory each time: the answer is the same, and comes sooner.
 */
export function triage(
  text: string,
  choices: Readonly<Record<string, unknown>> = {},
  memory?: Memory,
): Triage {
  const { asked, notes } = accepted(choices);
  const book = read(typeof text === 'string' ? text : '', memory);
  const s = new Situation(book, asked);
  const judged = judge(s);
  const understood = book.facts();
  const { lines, left: uncounted } = ignoredLines(book);
  if (uncounted > 0) notes.push(`${uncounted} more lines say nothing here and are not listed.`);
  return {
    understood,
    ignored: lines,
    asked: inForce(s),
    reasons: [
      ...judged.left.map((one) => found(one, 'left', s)),
      ...judged.excluded.map((one) => found(one, 'excluded', s)),
    ],
    next: nextOf(s, judged, understood.length > 0 || Object.keys(asked).length > 0),
    notes: [...notes, ...notesOf(s, judged)],
  };
}

function accepted(choices: Readonly<Record<string, unknown>>): {
  asked: Record<string, string>;
  notes: string[];
} {
  const asked: Record<string, string> = {};
  const notes: string[] = [];
  for (const [name, value] of entriesOf(choices)) {
    const choice = readChoice(name, value);
    if (isBad(choice))
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
  for (const { name } of KEYS) {
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

function found({ id, because }: Judged, state: ReasonFound['state'], s: Situation): ReasonFound {
  const { title, chapter, source, status, since, until } = reasonOf(id);
  const confirm = confirmOf(id, s);
  return {
    id,
    state,
    title,
    because,
    confirm,
    remedy: remedyOf(id, s),
    chapter: CHAPTERS[chapter],
    source,
    status,
    since,
    until: until ?? null,
    command: commandOf(id, s),
  };
}
