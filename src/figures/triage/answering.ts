import { isBad, Memory, readChoice, triage, whereIn, type Triage } from '../../triage/index.ts';
import type { Input } from './link.ts';

/** Words of the text that a fact rests on; a line that says it in other words has none. */
export interface Mark {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** What a text and its choices come to, as plain data: a worker hands it to the page. */
export interface Answered {
  readonly answer: Triage;
  readonly marks: readonly Mark[];
  /** What a choice takes that was not accepted, by its key. */
  readonly wrong: Readonly<Record<string, string>>;
}

/** Of two texts in a row nearly all lines are the same. */
const memory = new Memory();

/** answered judges what a reader put in. */
export function answered({ text, asked }: Input): Answered {
  const answer = triage(text, asked, memory);
  const marks = answer.understood.map((fact) => {
    const { from, to } = whereIn(fact) ?? { from: 0, to: 0 };
    return { line: fact.line, from, to };
  });
  const wrong = Object.entries(asked).flatMap(([key, value]) => {
    const choice = readChoice(key, value);
    return isBad(choice) ? [[key, `expected ${choice.expected}, such as ${choice.example}`]] : [];
  });
  return { answer, marks, wrong: Object.fromEntries(wrong) as Record<string, string> };
}
