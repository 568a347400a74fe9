// node bench/model.ts [--json]: calls a second of the model in one thread, and the first pass over
// the complete combining table. Processor time is given beside the clock, because other work on
// the machine slows the clock only.
import { pathToFileURL } from 'node:url';
import { combineStages, handleFault, KERNELS, type Kernel } from '../src/model/index.ts';
import { combineInputs, faultInputs } from './model/inputs.ts';

/** What was measured of one function. */
export interface Pace {
  readonly name: string;
  readonly calls: number;
  /** Millions of calls a second by the clock, best of the rounds. */
  readonly perSecond: number;
  /** Millions of calls a second of processor time, best of the rounds. */
  readonly perCpuSecond: number;
}

/** What `measureModel` gives. */
export interface ModelFigures {
  readonly paces: readonly Pace[];
  /** Rows of the complete combining table, and milliseconds of the first pass over them. */
  readonly table: { readonly rows: number; readonly ms: number; readonly cpuMs: number };
}

const ROUNDS = 5;

/** Measures in this process and thread; steps are made and counted, so nothing is left undone. */
export function measureModel(): ModelFigures {
  const combines = combineInputs();
  const first = timed(() => countSteps(combines.length, (i) => combineStages(combines[i]!)));
  const faults = faultInputs();
  const kernel = (i: number) => KERNELS[i % KERNELS.length] as Kernel;
  return {
    table: { rows: combines.length, ms: first.ms, cpuMs: first.cpuMs },
    paces: [
      pace('handleFault', 2_000_000, (i) => handleFault(kernel(i), faults[i % faults.length]!)),
      pace('combineStages', 2_000_000, (i) => combineStages(combines[i % combines.length]!)),
    ],
  };
}

type Answer = { readonly because: readonly unknown[] };

function pace(name: string, calls: number, ask: (i: number) => Answer): Pace {
  const rounds = Array.from({ length: ROUNDS }, () => timed(() => countSteps(calls, ask)));
  const best = (key: 'ms' | 'cpuMs') =>
    calls / Math.min(...rounds.map((round) => round[key])) / 1000;
  return { name, calls, perSecond: best('ms'), perCpuSecond: best('cpuMs') };
}

function countSteps(calls: number, ask: (i: number) => Answer): void {
  let steps = 0;
  for (let i = 0; i < calls; i++) steps += ask(i).because.length;
  if (steps < calls)
    throw new Error(`${calls} answers with only ${steps} steps: some were not made`);
}

function timed(work: () => void): { ms: number; cpuMs: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  work();
  const used = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpuMs: (used.user + used.system) / 1000 };
}

function print({ paces, table }: ModelFigures): void {
  for (const { name, perSecond, perCpuSecond } of paces) {
    console.log(
      `${name}: ${perSecond.toFixed(2)} million calls/s (${perCpuSecond.toFixed(2)} by processor time)`,
    );
  }
  console.log(
    `combineStages, first pass over ${table.rows} rows: ${table.ms.toFixed(0)} ms (${table.cpuMs.toFixed(0)} ms of processor time)`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const figures = measureModel();
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else print(figures);
}
