import {
  describe,
  rowTable,
  type Filters,
  type Kernel,
  type Question,
  type RowTable,
  type Scan,
} from '../../model/index.ts';
import type { HNode } from '../show/node.ts';
import { drawRow, drawWays } from './draw-row.ts';

/** What the page asks: the rows that filters leave, or all about one row. */
export type Request =
  | {
      readonly id: number;
      readonly what: 'rows';
      readonly table: Asked;
      readonly filters: Filters;
    }
  | {
      readonly id: number;
      readonly what: 'row';
      readonly table: Asked;
      /** A place on each axis. */
      readonly digits: readonly number[];
      readonly to: string;
    };

/** Which table is asked. */
export interface Asked {
  readonly question: Question;
  readonly kernel: Kernel;
  readonly other: Kernel | null;
}

/** What the page hears. Rows come in parts; each part says all that is known by then. */
export type Reply =
  | {
      readonly id: number;
      readonly what: 'rows';
      readonly scan: Omit<Scan, 'rows'>;
      /** The rows, and for each the place of its answer; null where they are as they were. */
      readonly rows: { readonly at: Uint32Array; readonly answers: Uint16Array } | null;
      /** Cells by the name of their column, for each answer. */
      readonly answers: readonly ReadonlyMap<string, string>[];
    }
  | { readonly id: number; readonly what: 'row'; readonly nodes: readonly HNode[] };

/** Inputs between two looks at what else was asked: some ten milliseconds. */
const STEPS = 4;
/** So many rows are shown before all are found, if that takes longer than a reader notices. */
const FIRST = 100;
const SOON_MS = 60;
/** Tables that are kept: one remembers what it was asked, and going back costs nothing. */
const KEPT = 3;

/** Answers one request after the other; a newer one for rows ends the one before. */
export class Answering {
  readonly #reply: (reply: Reply) => void;
  readonly #tables = new Map<string, RowTable>();
  #latest = -1;
  /** The row that was asked for last. */
  #row = -1;

  constructor(reply: (reply: Reply) => void) {
    this.#reply = reply;
  }

  async hear(request: Request): Promise<void> {
    const table = this.#tableOf(request.table);
    if (table === null) return;
    if (request.what === 'row') {
      this.#row = request.id;
      return this.#wholeRow(request.id, table, table.places.placeOf(request.digits), request.to);
    }
    this.#latest = request.id;
    await this.#rows(request.id, table, request.filters);
  }

  async #wholeRow(id: number, table: RowTable, row: number, to: string): Promise<void> {
    const drawn = drawRow(table, row, describe);
    let said = '';
    for (const walk = drawWays(table, row, to); ;) {
      const { done, value } = walk.next();
      const text = JSON.stringify(value);
      if (done || text !== said) this.#reply({ id, what: 'row', nodes: [...drawn, ...value] });
      said = text;
      if (done) return;
      await turn();
      if (this.#row !== id) return;
    }
  }

  async #rows(id: number, table: RowTable, filters: Filters): Promise<void> {
    const begun = performance.now();
    let posted = -1;
    let steps = 0;
    for (const walk = table.scan(filters); ;) {
      const { value, done = false } = walk.next();
      const late = posted < 0 && performance.now() - begun > SOON_MS;
      const first = late && value.rows.length >= FIRST;
      const grown = (value.found || first) && posted !== value.rows.length;
      if (done || grown) {
        this.#reply(replyOf(id, table, value, grown));
        posted = value.rows.length;
      } else if (steps % (8 * STEPS) === 0 && posted >= 0)
        this.#reply(replyOf(id, table, value, false));
      if (done) return;
      steps += 1;
      if (steps % STEPS === 0) await turn();
      if (this.#latest !== id) return;
    }
  }

  #tableOf({ question, kernel, other }: Asked): RowTable | null {
    const key = `${question} ${kernel} ${other}`;
    const kept = this.#tables.get(key) ?? rowTable(question, kernel, other).table;
    if (kept === null) return null;
    this.#tables.delete(key);
    this.#tables.set(key, kept);
    const [oldest] = this.#tables.keys();
    if (this.#tables.size > KEPT && oldest !== undefined) this.#tables.delete(oldest);
    return kept;
  }
}

function replyOf(id: number, table: RowTable, { rows, ...scan }: Scan, whole: boolean): Reply {
  return {
    id,
    what: 'rows',
    scan,
    rows: whole
      ? {
          at: Uint32Array.from(rows),
          answers: Uint16Array.from(rows, (row) => table.answer(row)),
        }
      : null,
    answers: table.answers.map(({ cells }) => cells),
  };
}

/** Lets what came meanwhile be heard. */
const turn = (): Promise<void> => new Promise((go) => setTimeout(go));
