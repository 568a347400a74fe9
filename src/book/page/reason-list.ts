import { isBad, narrowing, readChoice, triage } from '../../triage/index.ts';

type Answer = ReturnType<typeof triage>['reasons'][number];
type Known = ReturnType<typeof narrowing>[number];

/** What `<Reasons>` shows. */
export interface ReasonList {
  /** The reasons that the error leaves. */
  readonly left: readonly Answer[];
  /** What a reader may know beside it, and what that rules out. */
  readonly known: readonly Known[];
}

/** The list that attributes ask for; empty where triage does not take one of them, which the check says. */
export function reasonList(given: Readonly<Record<string, string | undefined>>): ReasonList {
  const { line = '', ...choices } = given;
  const wrong = Object.entries(choices).some(
    ([name, value]) => value !== undefined && isBad(readChoice(name, value)),
  );
  if (wrong) return { left: [], known: [] };
  const left = triage(line, choices).reasons.filter(({ state }) => state === 'left');
  return { left, known: left.length > 1 ? narrowing(line, choices) : [] };
}

/** What a reader presses and ticks in a list: the words in it cannot be links themselves. */
export function reasonControls({ left, known }: ReasonList): string[] {
  return [...known.map(({ finding }) => finding.words), ...left.map(({ title }) => title)];
}

/** The texts of a list as a reader meets them: those of its controls, then what each reason has folded. */
export function reasonTexts(list: ReasonList): string[] {
  return [
    ...reasonControls(list),
    ...list.left.flatMap(({ confirm, remedy }) => [confirm, remedy]),
  ];
}
