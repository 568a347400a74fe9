// npm run bench [-- PART...] [--runs N]
import { mkdirSync } from 'node:fs';
import { findBrowser } from '../scripts/find-browser.ts';
import { benchAnswers } from './parts/answers.ts';
import { benchBook } from './parts/book.ts';
import { benchDev } from './parts/dev.ts';
import { benchLatency } from './parts/latency.ts';
import { benchMachine } from './parts/machine.ts';
import { benchModel } from './parts/model.ts';
import { benchMotion } from './parts/motion.ts';
import { benchPages } from './parts/pages.ts';
import { benchPaint } from './parts/paint.ts';
import { benchPolicies } from './parts/policies.ts';
import { benchRows } from './parts/rows.ts';
import { benchSite } from './parts/site.ts';
import { benchTriage } from './parts/triage.ts';
import { isMet, type Budget } from './support/budget.ts';
import { BenchFailure } from './support/failure.ts';
import { machineFacts } from './support/machine.ts';
import { scratch } from './support/paths.ts';
import { writeReport, type Section } from './support/report.ts';

/** Measures something `runs` times and reports it. */
type Part = (runs: number) => Promise<Section>;

const PARTS: ReadonlyMap<string, Part> = new Map([
  ['site', benchSite],
  ['paint', benchPaint],
  ['latency', benchLatency],
  ['model', benchModel],
  ['machine', benchMachine],
  ['book', benchBook],
  ['pages', benchPages],
  ['motion', benchMotion],
  ['dev', benchDev],
  ['triage', benchTriage],
  ['rows', benchRows],
  ['answers', benchAnswers],
  ['policies', benchPolicies],
]);
const DEFAULT: readonly Part[] = [benchSite, benchLatency, benchModel, benchMachine];
const USAGE = `usage: npm run bench [-- PART...] [--runs N]; parts: ${[...PARTS.keys()].join(', ')}; without one: all but paint, book, pages, motion, dev, triage, rows, answers and policies`;

interface Options {
  parts: readonly Part[];
  runs: number;
}

/** Reads the command line; a part may be written as an option, such as --pages. */
function readOptions(args: readonly string[]): Options {
  const parts: Part[] = [];
  let runs = 3;
  for (let i = 0; i < args.length; i++) {
    const word = (args[i] ?? '').replace(/^--/, '');
    const part = PARTS.get(word);
    if (word === 'runs') runs = Number(args[++i]);
    else if (part) parts.push(part);
    else throw new BenchFailure(`unknown part "${args[i]}". ${USAGE}`);
  }
  if (!Number.isInteger(runs) || runs < 1)
    throw new BenchFailure(`--runs takes a whole number from 1. ${USAGE}`);
  return { parts: parts.length > 0 ? parts : DEFAULT, runs };
}

async function main(args: readonly string[]): Promise<number> {
  const { parts, runs } = readOptions(args);
  const found = await findBrowser();
  if ('missing' in found) throw new BenchFailure(found.missing);
  process.env['CHROMIUM'] = found.path;
  mkdirSync(scratch, { recursive: true });
  const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const day = new Date().toISOString().slice(0, 10);
  const facts = `\`${command}\`, ${day}: ${await machineFacts()}.`;
  const budgets: Budget[] = [];
  for (const part of parts) {
    const section = await part(runs);
    console.log(`\n## ${section.heading}\n\n${section.text}`);
    writeReport(section, facts);
    budgets.push(...section.budgets);
  }
  const missed = budgets.filter((budget) => !isMet(budget));
  for (const { what } of missed) console.error(`budget missed: ${what}`);
  return missed.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BenchFailure)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
