import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { nearest } from '../../base/nearest.ts';
import type { Decision, Question } from '../../kvm/decisions.ts';
import { rulesOf, unknownKernel, type KernelName } from '../../kvm/kernels/registry.ts';
import { MOST_CHANGES, shortestWays } from '../flips/shortest-ways.ts';
import { axisKey, inputAt } from '../tables/domain.ts';
import { finite, isError, type Finite } from '../tables/whole-table.ts';
import { Differences, KernelAnswers, type RowAnswer } from './answers.ts';
import { isAnswerField } from './answer-cells.ts';
import { inputCellsAt, inputColumns, type Column, type InputColumn } from './columns.ts';
import { farWays } from './far-ways.ts';
import { valuesOf, type Filters } from './filters.ts';
import { MOST_ROWS } from './limits.ts';
import { Places } from './places.ts';
import { scan, type Scan } from './scan.ts';
import { waysOf, type Way } from './ways.ts';

/** A table of rows, or why there is none. */
export type RowTableOrError =
  { readonly table: RowTable } | { readonly table: null; readonly error: ModelError };

/**
 * The whole table of a finite question as rows with columns that can be filtered and counted; with a
 * second kernel the rows that the two answer differently, with both answers. The second one's columns
 * begin with `then.`. An `error` as `wholeTable` has it.
 */
export function rowTable(
  question: Question,
  kernel: KernelName,
  other: KernelName | null = null,
): RowTableOrError {
  const asked = finite(question);
  if (isError(asked)) return { table: null, error: asked };
  for (const name of [kernel, other])
    if (name !== null && rulesOf(name) === null) return { table: null, error: unknownKernel(name) };
  return { table: new RowTable(question, asked, kernel, other) };
}

/** A table as rows; each is a number, from 0 to `size`. Some numbers are no row of a kernel. */
export class RowTable {
  readonly question: Question;
  /** The inputs that the fields span. */
  readonly size: number;
  /** Fields that are left out of every row, because they have no end. */
  readonly fixed: readonly string[];
  /** Which number stands for which places on the axes. */
  readonly places: Places;
  /** The columns of the input. */
  readonly inputs: readonly InputColumn[];
  readonly #asked: Finite;
  readonly #kernels: readonly KernelAnswers[];
  readonly #answers: KernelAnswers | Differences;

  constructor(question: Question, asked: Finite, kernel: KernelName, other: KernelName | null) {
    this.question = question;
    this.#asked = asked;
    this.places = new Places(asked.domain.axes.map(({ values }) => values.length));
    this.size = this.places.size;
    this.fixed = asked.domain.fixed;
    this.inputs = inputColumns(asked.rules.fields, asked.domain);
    this.#kernels = [kernel, ...(other === null ? [] : [other])].map((name) => {
      const rules = rulesOf(name);
      if (rules === null) throw new RangeError(`No kernel ${name}`);
      return new KernelAnswers(rules.name, asked.rules, asked.domain);
    });
    const [first, second] = this.#kernels as [KernelAnswers, KernelAnswers?];
    this.#answers = second ? new Differences(first, second) : first;
  }

  /** Every answer that was met so far. */
  get answers(): readonly RowAnswer[] {
    return this.#answers.list;
  }

  /** The columns of the answers that were met so far, with the values that were met. */
  answerColumns(): Column[] {
    const values = new Map<string, Set<string>>();
    for (const { cells } of this.answers)
      for (const [name, cell] of cells) {
        const known = values.get(name) ?? new Set();
        values.set(name, known.add(cell));
      }
    return [...values].map(([name, known]) => ({
      name,
      part: 'answer',
      within: null,
      meaning: '',
      values: [...known],
    }));
  }

  /** What each kernel decides in a row, with the steps. */
  decisions(row: number): Decision[] {
    return this.#kernels.map((kernel) => kernel.decide(this.places.digitsOf(row)));
  }

  /** The input of a row, ready to be asked again. */
  input(row: number): Readonly<Record<string, unknown>> {
    return inputAt(this.#asked.domain.axes, this.places.digitsOf(row));
  }

  /**
   * The shortest ways from a row to an answer of the first kernel, as `shortestWays` finds them.
   * `outcome` is what stands in the column `answer`.
   */
  ways(row: number, outcome: string): Way[] {
    const [kernel] = this.#kernels as [KernelAnswers];
    const flips = shortestWays(this.question, kernel.name, this.input(row), outcome);
    return waysOf(
      this.#asked.rules.fields,
      flips.map(({ changes }) => changes),
    );
  }

  /**
   * The shortest ways to an answer that is more than `beyond` changes away, which `ways` does not find: a walk
   * over the whole table, whose steps say how many rows it has looked at. Empty where no row has the answer.
   */
  *farWays(row: number, outcome: string, beyond = MOST_CHANGES): Generator<number, Way[]> {
    const { rules, domain } = this.#asked;
    const [kernel] = this.#kernels as [KernelAnswers];
    const isWanted = (place: number, digits: readonly number[]): boolean =>
      kernel.list[kernel.at(place, digits)]?.cells.get('answer') === outcome;
    const read = { places: this.places, axes: domain.axes, fields: rules.fields, isWanted };
    const found = yield* farWays(read, row, beyond);
    return waysOf(rules.fields, found);
  }

  /**
   * The shortest ways from a row to an answer, however long they are: those of `ways`, or where it finds none
   * those of `farWays`, with its steps. Empty where the row has the answer already, or no row has it.
   */
  *waysTo(row: number, outcome: string): Generator<number, Way[]> {
    if (this.hasAnswer(row, outcome)) return [];
    const near = this.ways(row, outcome);
    return near.length > 0 ? near : yield* this.farWays(row, outcome);
  }

  /** Whether `outcome` stands in the column `answer` of a row. */
  hasAnswer(row: number, outcome: string): boolean {
    return this.answers[this.answer(row)]?.cells.get('answer') === outcome;
  }

  /** The row of an input; null where it says more than a row. */
  rowOf(input: Readonly<Record<string, unknown>>): number | null {
    const key = axisKey(this.#asked.domain, input);
    return key === null ? null : this.places.placeOf(key.split(' ').map(Number));
  }

  /** The cells of a row in columns of this table; empty where the row has nothing there. */
  cells(row: number, columns: readonly Column[]): string[] {
    const inputs = new Map(this.inputCells(row).map((cell, i) => [this.inputs[i]?.name, cell]));
    const answer = this.answers[this.answer(row)]?.cells;
    return columns.map(({ name }) => inputs.get(name) ?? answer?.get(name) ?? '');
  }

  /** The cells of a row in the input columns; empty for a field of a VMA that is not there. */
  inputCells(row: number): string[] {
    return inputCellsAt(this.inputs, this.places.digitsOf(row));
  }

  /** The place of a row's answer in `answers`; -1 where it is no row. */
  answer(row: number): number {
    return this.#answers.at(row, this.places.digitsOf(row));
  }

  /**
   * Finds and counts the rows that filters leave, a few thousand inputs at a time: each step says how
   * far it is, so that who asks can show it, or stop. Of the rows that are left it keeps `most`.
   */
  scan(filters: Filters, most = MOST_ROWS): Generator<Scan, Scan> {
    return scan(
      {
        places: this.places,
        columns: this.inputs,
        answers: this.#answers,
      },
      filters,
      most,
    );
  }

  /**
   * What is wrong with the first filter that names no column, or a value that no row can have; null
   * where nothing is. A part of an answer is known only once it was met, so its value is not checked.
   */
  wrong(filters: Filters): ModelError | null {
    for (const [name, filter] of Object.entries(filters)) {
      const column = this.inputs.find((one) => one.name === name);
      const bad = column && valuesOf(filter).find((value) => !column.values.includes(value));
      if (column && bad !== undefined) return misnamed('unknown-choice', name, bad, column.values);
      if (!column && !this.#isPart(name))
        return misnamed('unknown-field', '', name, [
          'answer',
          ...this.inputs.map((one) => one.name),
        ]);
    }
    return null;
  }

  /** A part of an answer has the name of a field of the decision, and what it has inside. */
  #isPart(name: string): boolean {
    const [field = ''] = name.replace(/^then\./, '').split('.');
    if (name.startsWith('then.') && this.#kernels.length === 1) return false;
    return field === 'answer' || isAnswerField(field, this.decisions(0)[0] as Decision);
  }
}

function misnamed(
  code: 'unknown-choice' | 'unknown-field',
  place: string,
  value: string,
  known: readonly string[],
): ModelError {
  const near = nearest(value, known);
  return {
    ...inputError(
      code,
      place,
      value,
      `one of ${known.join(', ')}`,
      `${place === '' ? '' : `${place}=`}${known[0]}`,
      'Give one of these.',
    ),
    ...(near === null ? {} : { nearest: near }),
  };
}
