import { checkExtension, describe, KERNELS, QUESTIONS } from '../../model/index.ts';
import type { CapabilityDecision } from '../../model/index.ts';
import { verdictChip } from '../show/chip.ts';
import { decisionChip } from '../show/decision-chip.ts';
import { nameCode } from '../show/name-code.ts';
import { allInputs, flags, mergedRows } from './merge.ts';
import type { Input, Merged } from './merge.ts';
import { bit, code, filterOf, more, NOTHING, plainRows, slug } from './table.ts';
import type { Cell, Row, Table } from './table.ts';

const { fields } = QUESTIONS.checkExtension;

/** The inputs of the question, each with both its values. */
const AXES = flags(fields.map(({ name }) => name));

type Answers = readonly CapabilityDecision[];

const askAll = (input: Input): Answers =>
  KERNELS.map((kernel) => checkExtension(kernel, input as never));

const keyOf = (answers: Answers): string => answers.map(({ ret }) => ret).join();

/** What KVM_CHECK_EXTENSION returns, and what that means. */
function answerCell(decision: CapabilityDecision, given: Merged<Answers>['values']): Cell {
  const tree = describe(decision);
  const word = tree.kind === 'decision' ? tree.verdictWord : '';
  // No kernel was seen with a protected VM, though some answer it by the same checks.
  const shut = given['protectedVm']?.[0] === true;
  const chip = shut
    ? verdictChip(decision.verdict, word, decision.errno)
    : decisionChip(decision, word);
  return [`${decision.ret} `, more(chip)];
}

function row({ values: given, answer }: Merged<Answers>, i: number): Row {
  const values = AXES.map(({ name }) => {
    const value = given[name]?.[0];
    return value === undefined ? NOTHING : bit(value === true);
  });
  return {
    id: values.map((value) => (value === NOTHING ? 'x' : value)).join(''),
    name: String(i + 1),
    cells: [...values, ...answer.map((one) => answerCell(one, given))],
    keys: Object.fromEntries(AXES.map(({ name }, j) => [slug(name), [values[j] ?? '']] as const)),
  };
}

const columns: readonly Cell[] = ['Row', ...fields.map(({ name }) => code(name)), ...KERNELS];

/** The answers with rows drawn together: a dash stands for either value. */
export function capabilityShortTable(): Table {
  const rows = mergedRows(AXES, askAll, keyOf);
  return { name: 'cap', columns, groups: plainRows(rows.map(row)) };
}

/** The answers to every input. */
export function capabilityTable(): Table {
  const rows = allInputs(AXES).map((input) => ({
    values: Object.fromEntries(Object.entries(input).map(([name, value]) => [name, [value]])),
    answer: askAll(input),
  }));
  return {
    name: 'cap-all',
    columns,
    groups: plainRows(rows.map(row)),
    filters: fields.map(({ name }) => filterOf(slug(name), name, ['0', '1'])),
  };
}

/** The inputs, and in which kernels each can change the answer. */
export function capabilityInputsTable(): Table {
  const all = allInputs(AXES);
  return {
    name: 'cap-input',
    columns: ['Input', 'Set where', ...KERNELS],
    groups: plainRows(
      fields.map(({ name, meaning }) => ({
        id: slug(name),
        name: nameCode(name),
        cells: [
          meaning,
          ...KERNELS.map((kernel) => {
            const ret = (input: Input): number | null => checkExtension(kernel, input as never).ret;
            const changes = all.some(
              (input) => ret(input) !== ret({ ...input, [name]: !input[name] }),
            );
            return changes ? 'changes it' : NOTHING;
          }),
        ],
      })),
    ),
  };
}
