import type { Situation } from './case/situation.ts';
import type { Judgement } from './judge.ts';

/** What the reader should know beside the reasons; `against` says where a choice disagrees with the text. */
export function notesOf(s: Situation, judged: Judgement, against: readonly string[]): string[] {
  const notes = [...s.book.lines.notes, ...against];
  if (s.kernel?.note) notes.push(s.kernel.note);
  return [...notes, ...decoded(s), ...ofComplaint(s, judged)];
}

const REGISTERS = ['mair', 'ctr', 'mmfr2', 'hcr', 'vtcr'] as const;
/** Who pastes nothing but numbers wants to know all that they say. */
const OF_NUMBERS: ReadonlySet<string> = new Set(['number', 'fault', 'nothing']);

/** What registers mean; beside a call that failed those of the host say what counts there, which needs no layout. */
function ofRegisters(s: Situation): string[] {
  const { parts } = s.book;
  return REGISTERS.filter((key) => s.get(key)).flatMap((key) => {
    if ((key === 'ctr' || key === 'mmfr2') && !OF_NUMBERS.has(s.complaint.of))
      return parts.get('numbers')?.bitNotes(s, key) ?? [];
    const [words, rules] = [parts.get('registers'), parts.get(key)];
    return words && rules ? words.registerNotes(s, key, rules.SPEC) : [];
  });
}

/** What the numbers mean, by the model. */
function decoded(s: Situation): string[] {
  const { parts } = s.book;
  const syndromes = s.get('esr') ? (parts.get('syndrome')?.syndromeNotes(s) ?? []) : [];
  const addresses = s.get('hpfar') ? (parts.get('address')?.addressNotes(s) ?? []) : [];
  const leaves = s.get('leaf') ? (parts.get('leaf')?.leafNotes(s) ?? []) : [];
  return [...syndromes, ...addresses, ...ofRegisters(s), ...leaves];
}

function ofComplaint(s: Situation, { left, any }: Judgement): string[] {
  const { of, end, call } = s.complaint;
  const notes: string[] = [];
  if (of === 'check' && s.get('capability') === null)
    notes.push('The number of the capability is not said; 243 was assumed.');
  if (of === 'errno')
    notes.push(`${end} is known, and not which call gave it: all that end so remain.`);
  const other = s.book.elsewhere.at(-1);
  if (of === 'nothing' && other)
    notes.push(`Line ${other.line}: ${other.name} failed, and it does not ask KVM.`);
  if (left.length > 0 || of === 'nothing') return notes;
  if (any)
    notes.push(
      'What the text and the choices say excludes every reason: one of them may be wrong.',
    );
  else notes.push(`${call ?? 'The call'} with ${end ?? 'this end'} has no reason here.`);
  return notes;
}
