import { join } from 'node:path';
import { pageMachine, PROPERTIES, search } from '../../src/model/index.ts';
import type { MachineFigures } from '../machine.ts';
import { measureChoice } from '../machine/choice.ts';
import { measureInBrowser } from '../machine/in-browser.ts';
import { askSpin, type SpinFigures } from '../machine/spin.ts';
import { distinct, jobs } from '../machine/work.ts';
import { atLeast, atMost, budgetTable } from '../support/budget.ts';
import { exec } from '../support/exec.ts';
import { BenchFailure } from '../support/failure.ts';
import { root } from '../support/paths.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { table } from '../support/table.ts';

/** How fast every policy is judged, in a process of its own, and what Spin says to the same. */
export async function benchMachine(): Promise<Section> {
  progress('judge every policy');
  const argv = [process.execPath, join(root, 'bench/machine.ts'), '--json'] as const;
  const { stdout } = await exec({ argv, cwd: root });
  const figures: MachineFigures = JSON.parse(stdout);
  progress('judge them in Chromium');
  const { workerMs, slowMs } = await measureInBrowser();
  const choiceMs = await measureChoice();
  progress('judge them with Spin');
  const setups = distinct(jobs());
  const spin = await askSpin(setups);
  if (spin) agree(spin);
  const budgets = [
    atMost('all verdicts, first time in a process', figures.firstMs, 300, ' ms'),
    atMost('all verdicts in Chromium, in a fresh worker', workerMs, 300, ' ms'),
    atMost('all verdicts in Chromium, four times slower', slowMs, 1500, ' ms'),
    atMost('a choice in the table of verdicts, followed in one go', choiceMs, 50, ' ms'),
    atLeast('millions of states a second of processor time', figures.statesPerSecond, 1.5),
    atMost('memory of all verdicts', figures.heapMb, 64, ' MB'),
  ];
  const text = [budgetTable(budgets), sizes(figures), beside(figures, spin), IN_CHROMIUM].join(
    '\n\n',
  );
  return { id: 'machine', heading: 'Verdicts on the policies', text, budgets };
}

const IN_CHROMIUM =
  'In Chromium: medians of nine, each the first in its page; the worker from its creation on, the model included. Four times slower by the emulation of DevTools, on the thread of the page, because it does not slow workers down.';

/** The same verdicts and states; Spin has one more, in which the machine is not chosen yet. */
function agree({ broken, states }: SpinFigures): void {
  let own = 0;
  for (const [i, setup] of distinct(jobs()).entries()) {
    const searched = search(pageMachine(setup));
    if ('code' in searched) throw new BenchFailure(searched.received);
    own += searched.states;
    const ours = PROPERTIES.filter((_, p) => searched.broken[p]);
    const theirs = PROPERTIES.filter((name) => broken[i]?.includes(name));
    if (ours.join() !== theirs.join())
      throw new BenchFailure(`set-up ${i}: Spin says ${theirs.join()}, the model ${ours.join()}`);
  }
  if (states !== own + 1)
    throw new BenchFailure(`Spin stored ${states} states, the model ${own} and a choice`);
}

function sizes({ rows, machines, states, transitions, tableBytes }: MachineFigures): string {
  return `${rows} rows, ${machines} machines that differ; over these ${states} states and ${transitions} moves. Tables of one search: at most ${(tableBytes / 1000).toFixed(0)} KB.`;
}

function beside(figures: MachineFigures, spin: SpinFigures | null): string {
  const { states, transitions, firstMs, laterMs } = figures;
  const own = ['this model, all verdicts', states, transitions, '-', laterMs.toFixed(1)];
  const first = ['this model, first time', states, transitions, '-', firstMs.toFixed(1)];
  if (spin === null) return 'Spin or gcc is not installed: nothing stands beside it.';
  const other = [
    spin.version,
    spin.states,
    spin.transitions,
    spin.makeMs.toFixed(0),
    spin.runMs.toFixed(1),
  ];
  const head = ['who', 'states', 'moves', 'making and compiling, ms', 'running, ms'];
  return `${table(head, [first, own, other])}

The same verdicts on every machine. Spin searches \`bench/spin/page.pml\`, compiled with gcc -O2, in one run over all machines; its states include the choice of the machine, and running includes the start of its process.`;
}
