import { Situation } from './case/situation.ts';
import { decodedNotes } from './decoded.ts';
import type { Judgement } from './judge.ts';

/** Keys of which a text says one thing, so that a choice can disagree with it. */
const SINGLE = [
  'call',
  'errno',
  'exit',
  'kernel',
  'pageSize',
  'mte',
  'pkvm',
  'protectedVm',
  'fwb',
  'dic',
  'fscLine',
  'vmaLine',
  'readsWork',
  'ipaBits',
  'slot.flags',
  'vmFlags',
  'capabilityAnswer',
] as const;

/** What the reader should know beside the reasons. */
export function notesOf(s: Situation, judged: Judgement): string[] {
  const notes = [...s.book.lines.notes, ...conflicts(s)];
  if (s.kernel?.note) notes.push(s.kernel.note);
  return [...notes, ...decodedNotes(s), ...ofComplaint(s, judged)];
}

/** Where text and choice disagree the choice counts, and this says so. */
function conflicts({ book, asked }: Situation): string[] {
  if (Object.keys(asked).length === 0) return [];
  const text = new Situation(book, {});
  return SINGLE.flatMap((key) => {
    const chosen = asked[key];
    const said = chosen === undefined ? null : text.get(key);
    if (chosen === undefined || said === null || said.value === chosen) return [];
    if (key === 'kernel' && said.value.startsWith(chosen)) return [];
    const where = said.line === null ? 'The text' : `Line ${said.line}`;
    return [`${where} says ${key} ${said.value}. You chose ${chosen}, and the choice counts.`];
  });
}

function ofComplaint(s: Situation, { left, excluded }: Judgement): string[] {
  const { of, end, call } = s.complaint;
  const notes: string[] = [];
  if (of === 'check' && s.get('capability') === null)
    notes.push('The number of the capability is not said; 243 was assumed.');
  if (of === 'errno')
    notes.push(`${end} is known, and not which call gave it: all that end so remain.`);
  if (left.length > 0 || of === 'nothing') return notes;
  if (excluded.length > 0)
    notes.push(
      'What the text and the choices say excludes every reason: one of them may be wrong.',
    );
  else notes.push(`${call ?? 'The call'} with ${end ?? 'this end'} has no reason here.`);
  return notes;
}
