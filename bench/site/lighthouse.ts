import { join } from 'node:path';
import { BROWSER_ARGS, browserPath } from '../../scripts/browser.ts';
import { exec } from '../support/exec.ts';
import { BenchFailure } from '../support/failure.ts';
import { peersDir, scratch } from '../support/paths.ts';
import { median } from '../support/stats.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** One run, or the medians of several. Scores are 0 to 100, times are milliseconds. */
export interface Audit {
  scores: Readonly<Record<Category, number>>;
  lcp: number;
  tbt: number;
  cls: number;
  /** Titles of audits that cost points outside performance. */
  faults: readonly string[];
}

interface Result {
  runtimeError?: { message: string };
  categories: Record<
    Category,
    { score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
}

/** Under load Chromium now and then misses the start of the page; Lighthouse then asks for more. */
const TRIES = 3;

/** Lighthouse with its mobile defaults: slow 4G and a processor four times slower, simulated. */
export async function audit(url: string, tries = TRIES): Promise<Audit> {
  try {
    return await auditOnce(url);
  } catch (error) {
    if (!(error instanceof BenchFailure) || tries <= 1) throw error;
    return audit(url, tries - 1);
  }
}

async function auditOnce(url: string): Promise<Audit> {
  const { stdout } = await exec({
    argv: [
      process.execPath,
      join(peersDir, 'node_modules/lighthouse/cli/index.js'),
      url,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=--headless=new ${BROWSER_ARGS.join(' ')}`,
    ],
    cwd: scratch,
    env: { CHROME_PATH: await browserPath() },
  });
  const result: Result = JSON.parse(stdout);
  if (result.runtimeError) throw new BenchFailure(`Lighthouse: ${result.runtimeError.message}`);
  const number = (id: string) => result.audits[id]?.numericValue ?? Number.NaN;
  return {
    scores: each((category) => Math.round((result.categories[category].score ?? 0) * 100)),
    lcp: number('largest-contentful-paint'),
    tbt: number('total-blocking-time'),
    cls: number('cumulative-layout-shift'),
    faults: faultsOf(result),
  };
}

export function medianAudit(runs: readonly Audit[]): Audit {
  const of = (pick: (run: Audit) => number) => median(runs.map(pick));
  return {
    scores: each((category) => of((run) => run.scores[category])),
    lcp: of((run) => run.lcp),
    tbt: of((run) => run.tbt),
    cls: of((run) => run.cls),
    faults: [...new Set(runs.flatMap((run) => run.faults))],
  };
}

function each(score: (category: Category) => number): Record<Category, number> {
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  };
}

function faultsOf({ categories, audits }: Result): string[] {
  return CATEGORIES.slice(1)
    .flatMap((category) => categories[category].auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => audits[id]?.title ?? id);
}
