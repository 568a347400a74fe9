import { serve } from '../../tests/site/serve.ts';
import { measureLatency, type Latency } from '../run-latency.ts';
import { PAGES } from '../site/measure.ts';
import { stageTwo } from '../site/sites.ts';
import { atMost, budgetTable, type Budget } from '../support/budget.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { table } from '../support/table.ts';

/** A snippet of the measured chapter; its name in the address brings it into view. */
const SNIPPET = 'which-indexes';
const COLD_MS = 90;
const WARM_MS = 10;

/** From the click on Run to the output, in a chapter as it is built. */
export async function benchLatency(): Promise<Section> {
  const site = stageTwo();
  progress(`build: ${site.name}`);
  await site.build();
  progress('click Run');
  const { url, server } = await serve(site.out);
  try {
    const measured = await measureLatency(`${url}${PAGES.chapter}#${SNIPPET}`, SNIPPET);
    const budgets = measured.filter(({ way }) => way !== 'cold, no approach').map(budgetOf);
    const rows = measured.map((m) => [m.way, m.runs, `${m.inDocument} ms`, `${m.painted} ms`]);
    const times = table(['click', 'runs', 'in the document', 'on the screen'], rows);
    return {
      id: 'latency',
      heading: 'From the click on Run to the output',
      text: [budgetTable(budgets), times, METHOD].join('\n\n'),
      budgets,
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The screen's clock alone may take 16 ms, so the limits hold for the document. */
function budgetOf({ way, inDocument }: Latency): Budget {
  return atMost(`Run, ${way}`, inDocument, way === 'warm' ? WARM_MS : COLD_MS, ' ms');
}

const METHOD = `How it is measured. Snippet \`${SNIPPET}\` of \`${PAGES.chapter}\`, no throttling; medians, from the time stamp of the click itself to the change of the output in the document, and to the end of the frame that shows it. Cold: a fresh browser context with an empty cache, each time; the pointer rests on the button for 300 ms before the click; or a finger touches the page 300 ms before it taps; or the click comes with no sign before it, as from a script: shown, without a limit. Warm: the same page again, after a pause of 500 ms.`;
