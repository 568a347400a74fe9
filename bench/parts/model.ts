import { join } from 'node:path';
import type { ModelFigures } from '../model.ts';
import { exec } from '../support/exec.ts';
import { root } from '../support/paths.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { table } from '../support/table.ts';

/** How fast the model answers, measured in a process of its own. */
export async function benchModel(): Promise<Section> {
  progress('ask the model');
  const argv = [process.execPath, join(root, 'bench/model.ts'), '--json'] as const;
  const { stdout } = await exec({ argv, cwd: root });
  const { paces, table: pass }: ModelFigures = JSON.parse(stdout);
  const rows = paces.map(({ name, perSecond, perCpuSecond }) => [
    name,
    perSecond.toFixed(2),
    perCpuSecond.toFixed(2),
  ]);
  const text = `${table(['function', 'by the clock', 'by processor time'], rows)}

Millions of calls a second in one thread, steps made and counted, best of five rounds of two million calls. First pass over the complete combining table, ${pass.rows} rows: ${pass.ms.toFixed(0)} ms.`;
  return { id: 'model', heading: 'Pace of the model', text, budgets: [] };
}
