import type { ExecAt } from '../../model/index.ts';
import type { Cell } from './vector-file.ts';

/** Two columns of execute permission. A cell that is no bit becomes an input that is refused. */
export function execOf(el0: Cell | undefined, el1: Cell | undefined): ExecAt {
  const both = EXEC[`${String(el0)}${String(el1)}`];
  return both ?? ([el0, el1] as never);
}

const EXEC: Readonly<Record<string, ExecAt>> = {
  '00': 'none',
  '10': 'EL0',
  '01': 'EL1',
  '11': 'both',
};
