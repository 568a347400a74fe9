import { checkBook } from './check.ts';
import { breaksClaimRule, renderClaims } from './claims-report.ts';
import { renderReport } from './report.ts';
import { blockingProblems, writeOutputs } from './write-outputs.ts';

const USAGE = `usage: node src/book/cli.ts check|claims|outputs
  check    reads content/ and reports every problem
  claims   reports pages, claims, sources and paragraphs without a source
  outputs  writes the output fences that differ from a run
`;

/** Reports every problem of the content; 1 where there is one. */
async function check(): Promise<number> {
  const { problems } = await checkBook();
  (problems.length === 0 ? process.stdout : process.stderr).write(renderReport(problems));
  return problems.length === 0 ? 0 : 1;
}

/** Reports what rests on what; 1 only where a rule about claims or sources is broken. */
async function claims(): Promise<number> {
  const book = await checkBook();
  const broken = book.problems.filter(breaksClaimRule);
  process.stdout.write(renderClaims(book));
  if (broken.length > 0) process.stderr.write(`\n${renderReport(broken)}`);
  return broken.length === 0 ? 0 : 1;
}

/** Writes output fences; 1, and nothing written, where a fence is wrong or fails. */
async function outputs(): Promise<number> {
  const book = await checkBook();
  const blocking = blockingProblems(book);
  if (blocking.length > 0) {
    process.stderr.write(`${renderReport(blocking)}Nothing was written.\n`);
    return 1;
  }
  const changes = writeOutputs(book.runs);
  const rows = changes.map(({ file, line, id, what }) => `${file}:${line}  "${id}"  ${what}\n`);
  const count = changes.length === 1 ? '1 output fence' : `${changes.length} output fences`;
  process.stdout.write(`${rows.join('')}${count} changed.\n`);
  return 0;
}

const commands = new Map([
  ['check', check],
  ['claims', claims],
  ['outputs', outputs],
]);
const command = commands.get(process.argv[2] ?? '');
if (command === undefined) process.stderr.write(USAGE);
process.exitCode = command === undefined ? 2 : await command();
