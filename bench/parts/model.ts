import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sandboxPage } from '../../src/snippets/sandbox/page.ts';
import type { ModelFigures } from '../model.ts';
import { modelSize, type Entry } from '../model/size.ts';
import { atMost, budgetTable } from '../support/budget.ts';
import { exec } from '../support/exec.ts';
import { root } from '../support/paths.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { kb, table } from '../support/table.ts';

/** KB of 1000 bytes. */
const BUNDLE_KB = 25.5;

/** How fast the model answers, measured in a process of its own, and how much of it is sent. */
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
  const sizes = await Promise.all((['usual', 'index'] as const).map(sizesOf));
  const first = sizes[0]?.model ?? Number.NaN;
  const budgets = [atMost('model bundle, gz', first / 1000, BUNDLE_KB, ' KB')];
  const text = `${budgetTable(budgets)}

${table(
  ['entry', 'model, gz', 'sandbox page, gz'],
  sizes.map(({ entry, model, page }) => [
    `src/model/${entry}.ts`,
    `${kb(model)} KB`,
    `${kb(page)} KB`,
  ]),
)}

A browser loads the page with \`usual.ts\` first. It loads the page with \`index.ts\`, which has every name, only when a program imports a name that \`usual.ts\` has not.

${table(['function', 'by the clock', 'by processor time'], rows)}

Millions of calls a second in one thread, steps made and counted, best of five rounds of two million calls. First pass over the complete combining table, ${pass.rows} rows: ${pass.ms.toFixed(0)} ms.`;
  return { id: 'model', heading: 'Pace and size of the model', text, budgets };
}

async function sizesOf(entry: Entry): Promise<{ entry: Entry; model: number; page: number }> {
  const page = gzipSync(await sandboxPage(entry)).length;
  return { entry, model: await modelSize(entry), page };
}
