// Modules by themselves: the list of all that triage has would bring all of it.
import type { Triage } from '../../triage/answer.ts';
import type { Parts } from '../../triage/parts/parts.ts';
import { Memory } from '../../triage/read/memory.ts';
import { whereIn } from '../../triage/where.ts';
import { triageWith } from '../../triage/with-parts.ts';
import { bring } from './bring.ts';
import type { Input } from './link-form.ts';

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
/** The parts that some text has asked for. */
const parts: Partial<Parts> = {};

/** answered judges what a reader put in; it brings the parts that this asks for, and fails where one does not come. */
export async function answered({ text, asked }: Input): Promise<Answered> {
  let { answer, missing } = triageWith(parts, text, asked, memory);
  while (missing.size > 0) {
    // Nearly every text asks for the reasons once it is read: they come with what it waits for anyway.
    const first = parts.reasons ? missing : new Set([...missing, 'reasons' as const]);
    await Promise.all([...first].map((name) => bring(parts, name)));
    ({ answer, missing } = triageWith(parts, text, asked, memory));
  }
  return { answer, marks: marksOf(answer), wrong: wrongIn(asked) };
}

/** Where in its line each fact stands that an answer understood. */
export function marksOf({ understood }: Triage): readonly Mark[] {
  return understood.map((fact) => {
    const { from, to } = whereIn(fact) ?? { from: 0, to: 0 };
    return { line: fact.line, from, to };
  });
}

function wrongIn(asked: Input['asked']): Answered['wrong'] {
  const { choices } = parts;
  const wrong = Object.entries(asked).flatMap(([key, value]) => {
    const choice = choices?.readChoice(key, value);
    return choices && choice && choices.isBad(choice)
      ? [[key, `expected ${choice.expected}, such as ${choice.example}`]]
      : [];
  });
  return Object.fromEntries(wrong) as Record<string, string>;
}
