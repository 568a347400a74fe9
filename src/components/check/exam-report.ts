/** A check, as an exam names it: its address, and what it asks. */
export interface Item {
  readonly address: string;
  readonly asks: string;
}

export interface Report {
  /** How the exam went, in a sentence. */
  readonly score: string;
  /** What was wrong at the first try, those of the exam first. */
  readonly missed: readonly Item[];
  /** Both, for somebody else to read. */
  readonly text: string;
}

/** examReport counts first answers: `own` are the checks of the exam, `others` those of the way to it. */
export function examReport(
  own: readonly Item[],
  others: readonly Item[],
  answers: Readonly<Record<string, boolean>>,
): Report {
  const answered = ({ address }: Item): boolean => Object.hasOwn(answers, address);
  const wrong = (items: readonly Item[]): Item[] =>
    items.filter((item) => answered(item) && answers[item.address] === false);
  const done = own.filter(answered).length;
  const right = done - wrong(own).length;
  const left = own.length - done;
  const score =
    done === 0
      ? `No question of the exam is answered yet; it has ${own.length}.`
      : `${right} of ${own.length} right at the first try${left > 0 ? `, ${left} to go` : ''}.`;
  const before = others.filter(answered).length;
  const missed = [...wrong(own), ...wrong(others)];
  const lines = [
    `Stage Two, the exam: ${score}`,
    ...(before > 0
      ? [`In the chapters: ${before - wrong(others).length} of ${before} right at the first try.`]
      : []),
    ...(missed.length > 0 ? ['Missed:', ...missed.map(({ asks }) => `- ${asks}`)] : []),
  ];
  return { score, missed, text: lines.join('\n') };
}
