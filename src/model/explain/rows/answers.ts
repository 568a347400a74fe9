import type { Decision } from '../../kvm/decisions.ts';
import type { Kernel } from '../../kvm/kernels/registry.ts';
import type { QuestionRules } from '../../kvm/questions.ts';
import { answerOf } from '../flips/nearest-flips.ts';
import { inputAt, sizeOf, type Domain } from '../tables/domain.ts';
import { answerCells, answerKey } from './answer-cells.ts';
import { NO_ROW } from './limits.ts';

/** One answer of a table, as its cells by the name of their column. */
export interface RowAnswer {
  readonly cells: ReadonlyMap<string, string>;
  /** The same for two answers that user space and the guest cannot tell apart. */
  readonly seen: string;
}

/** All answers of one kernel. A row is asked when it is first read: a table may have millions. */
export class KernelAnswers {
  /** Every answer that was met, each once. */
  readonly list: RowAnswer[] = [];
  readonly name: Kernel;
  readonly #rules: QuestionRules;
  readonly #domain: Domain;
  /** For each row the place of its answer in `list`, and two more: 0 was not asked, 1 is no row. */
  readonly #at: Uint16Array;
  readonly #known = new Map<string, number>();

  constructor(kernel: Kernel, rules: QuestionRules, domain: Domain) {
    this.name = kernel;
    this.#rules = rules;
    this.#domain = domain;
    this.#at = new Uint16Array(sizeOf(domain));
  }

  /** The answer of a row as its place in `list`, or `NO_ROW`; `digits` are its places on the axes. */
  at(place: number, digits: readonly number[]): number {
    const before = this.#at[place] as number;
    if (before !== 0) return before - 2;
    const decision = this.decide(digits);
    const found = decision.verdict === 'invalid' ? NO_ROW : this.#keep(decision);
    this.#at[place] = found + 2;
    return found;
  }

  /** The decision of a row, with its steps. */
  decide(digits: readonly number[]): Decision {
    return this.#rules.ask(this.name, inputAt(this.#domain.axes, digits) as never);
  }

  #keep(decision: Decision): number {
    const key = answerKey(decision);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.list.push({ cells: answerCells(decision), seen: answerOf(decision) });
    this.#known.set(key, this.list.length - 1);
    return this.list.length - 1;
  }
}

/** The rows that two kernels answer differently; those that only one of them has are no such rows. */
export class Differences {
  readonly list: RowAnswer[] = [];
  readonly #a: KernelAnswers;
  readonly #b: KernelAnswers;
  readonly #known = new Map<number, number>();

  constructor(a: KernelAnswers, b: KernelAnswers) {
    this.#a = a;
    this.#b = b;
  }

  /** The two answers of a row as their place in `list`, or `NO_ROW`. */
  at(place: number, digits: readonly number[]): number {
    const [x, y] = [this.#a.at(place, digits), this.#b.at(place, digits)];
    if (x === NO_ROW || y === NO_ROW) return NO_ROW;
    const key = x * 0x10000 + y;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const [before, after] = [this.#a.list[x] as RowAnswer, this.#b.list[y] as RowAnswer];
    const found = before.seen === after.seen ? NO_ROW : this.list.length;
    if (found !== NO_ROW) {
      const then = [...after.cells].map(([name, cell]) => [`then.${name}`, cell] as const);
      this.list.push({
        cells: new Map([...before.cells, ...then]),
        seen: `${before.seen}\n${after.seen}`,
      });
    }
    this.#known.set(key, found);
    return found;
  }
}
