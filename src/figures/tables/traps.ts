import { describe, KERNELS, QUESTIONS } from '../../model/index.ts';
import type { Decision, Question } from '../../model/index.ts';
import { byKernel } from './by-kernel.ts';
import { flags, mergedRows } from './merge.ts';
import type { Input, Merged } from './merge.ts';
import { bit, code, NOTHING, slug } from './table.ts';
import type { Group, Row, Table } from './table.ts';

/** What a guest or its VMM does that makes KVM look at the caches of the whole VM. */
const TRAPS = ['setWayTrap', 'cacheToggle', 'vcpuInit'] as const satisfies readonly Question[];

type Answers = readonly Decision[];

const askAll = (question: Question, input: Input): Answers =>
  KERNELS.map((kernel) => QUESTIONS[question].ask(kernel, input as never));

/** What a kernel does, in the words of the model. */
function says(decision: Decision): string {
  const tree = describe(decision);
  if (tree.kind !== 'decision') return '';
  return [tree.verdictWord, ...tree.facts.map(([name, value]) => `${name} ${value}`)].join('; ');
}

function row(question: Question, { values, answer }: Merged<Answers>): Row {
  const given = Object.entries(values).map(([name, [value]]) => `${name} ${bit(value === true)}`);
  const words = given.join(', ') || NOTHING;
  return { id: slug(`${question} ${words}`), name: words, cells: [byKernel(answer, says)] };
}

function group(question: Question): Group {
  const axes = flags(QUESTIONS[question].fields.map(({ name }) => name));
  const keyOf = (all: Answers): string => all.map(says).join();
  const rows = mergedRows(axes, (input) => askAll(question, input), keyOf);
  return { heading: code(question), rows: rows.map((one) => row(question, one)) };
}

/** What KVM does where a guest maintains by set/way, or turns its caches on or off. */
export function trapsTable(): Table {
  return { name: 'trap', columns: ['Where', 'What KVM does'], groups: TRAPS.map(group) };
}
