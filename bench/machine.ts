// node bench/machine.ts [--json]: the time of all verdicts, first and later, the states a second of
// the search, and the memory of both.
import { pathToFileURL } from 'node:url';
import { verdicts } from '../src/model/index.ts';
import { count, machines } from './machine/work.ts';

/** What `measureMachine` gives. */
export interface MachineFigures {
  readonly rows: number;
  readonly machines: number;
  readonly states: number;
  readonly transitions: number;
  /** All verdicts, the first time in a fresh process, and the median of ten more. */
  readonly firstMs: number;
  readonly laterMs: number;
  /** Millions of states and moves a second of processor time in one thread, best of the rounds. */
  readonly statesPerSecond: number;
  readonly transitionsPerSecond: number;
  /** Most bytes of tables in one search, and what the heap grew by in all verdicts. */
  readonly tableBytes: number;
  readonly heapMb: number;
}

const ROUNDS = 7;
const PASSES = 200;

/** Measures in this process and thread. */
export function measureMachine(): MachineFigures {
  const before = process.memoryUsage();
  const [firstMs, result] = timed(() => verdicts());
  const after = process.memoryUsage();
  const later = Array.from({ length: 10 }, () => timed(() => verdicts())[0]).toSorted(
    (a, b) => a - b,
  );
  const all = machines();
  const counts = all.map(count);
  const paces = Array.from({ length: ROUNDS }, () => {
    const cpu = process.cpuUsage();
    const done = searchAll(all);
    const used = process.cpuUsage(cpu);
    const ms = (used.user + used.system) / 1000;
    return { states: done.states / ms / 1000, transitions: done.transitions / ms / 1000 };
  });
  const held = ({ heapUsed, arrayBuffers }: NodeJS.MemoryUsage) => heapUsed + arrayBuffers;
  return {
    rows: result.rows.length,
    machines: result.machines,
    states: result.states,
    transitions: result.transitions,
    firstMs,
    laterMs: later[5] ?? Number.NaN,
    statesPerSecond: Math.max(...paces.map(({ states }) => states)),
    transitionsPerSecond: Math.max(...paces.map(({ transitions }) => transitions)),
    tableBytes: Math.max(...counts.map(({ bytes }) => bytes)),
    heapMb: (held(after) - held(before)) / 1e6,
  };
}

function searchAll(all: ReturnType<typeof machines>): { states: number; transitions: number } {
  let [states, transitions] = [0, 0];
  for (let pass = 0; pass < PASSES; pass++) {
    for (const machine of all) {
      const done = count(machine);
      states += done.states;
      transitions += done.transitions;
    }
  }
  return { states, transitions };
}

function timed<T>(work: () => T): [ms: number, result: T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(measureMachine(), null, process.argv.includes('--json') ? 0 : 2));
}
