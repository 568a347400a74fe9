import {
  allAsked,
  allClaims,
  chapters,
  exercises,
  observations,
  snippetIds,
  sources,
} from '../../book/index.ts';
import { agreement } from '../../observations/agreement.ts';
import { listed, projectText, vectors, witnesses } from '../../quality/counted.ts';
import { auditRun, byEngine, mutantRuns, summed, testRuns } from '../../quality/runs.ts';
import { tablesOf } from '../../quality/tables.ts';
import { readableDate } from '../date.ts';
import { counted } from '../../grammar/count.ts';

/** What was checked, and what came of it. */
export interface Row {
  readonly what: string;
  readonly found: string;
  /** Day of the run; null: it is part of each build, which has no clock. */
  readonly when: string | null;
  /** What repeats it. */
  readonly command: string;
  /** Where more of it is. */
  readonly href?: string;
}

const NOTHING = 'not recorded';
const BY_BUILD = null;
const rowsIn = (path: string): number =>
  tablesOf(projectText(path) ?? '').reduce((n, { rows }) => n + rows.length, 0);
const some = (count: number, words: string): string =>
  count === 0 ? NOTHING : `${counted(count)} ${words}`;

const days = (from: string, to: string): string =>
  [...new Set([from, to])].map(readableDate).join(' to ');

/** When the tests under a path were run last, and that none failed, or how many did. */
function lastRun(path: string): string {
  const sum = summed(testRuns().filter(({ file }) => file.startsWith(path)));
  if (sum === null) return NOTHING;
  const failed = sum.failed === 0 ? '' : `; ${counted(sum.failed)} failed`;
  return days(sum.from, sum.to) + failed;
}

/** A row for each browser whose tests were recorded. */
function browserRows(): Row[] {
  const what = 'Tests in a browser';
  const command = 'RECORD=1 npm test';
  const rows = byEngine(testRuns()).map(([engine, runs]): Row => {
    const sum = summed(runs);
    return sum === null
      ? { what: `${what}: ${engine}`, found: NOTHING, when: NOTHING, command }
      : {
          what: `${what}: ${engine}`,
          found: `${counted(sum.passed)} passed, ${counted(sum.failed)} failed`,
          when: days(sum.from, sum.to),
          command,
        };
  });
  return rows.length > 0 ? rows : [{ what, found: NOTHING, when: NOTHING, command }];
}

function auditRow(): Row {
  const what = 'Dependencies with a known advisory';
  const command = 'RECORD=1 npm run audit';
  const run = auditRun();
  if (run === null) return { what, found: NOTHING, when: NOTHING, command };
  const packages = counted(run.packages);
  const found =
    typeof run.answer === 'number'
      ? `${counted(run.answer)} of ${packages}`
      : `not known: npm asked the registry in use about the ${packages} packages of the lock and got no list, but “${run.answer}”; nothing was compared, so there may be some`;
  return { what, found, when: readableDate(run.date), command };
}

/** What was said of the pages, one after the other; the rules of axe are among the questions. */
function pagesFound(): string {
  const sum = summed(testRuns().filter(({ file }) => file === PAGES));
  return sum === null
    ? NOTHING
    : `${counted(sum.passed)} tests passed, ${counted(sum.failed)} failed`;
}

const PAGES = 'tests/site/pages.test.ts';

/** The limit of the run, as its list of survivors says it. */
function leastKilled(): string {
  const least = /fewer than (\d+ %)/.exec(projectText('docs/mutants.md') ?? '')?.[1];
  return least === undefined ? '' : `; the run fails where fewer than ${least} are killed`;
}

/** When files of the model were changed last for their tests to notice; each area is run apart. */
function mutantDays(): string {
  const runs = mutantRuns();
  const dates = runs.map(({ date }) => date).toSorted();
  if (runs.length === 0) return NOTHING;
  return `${days(dates[0] ?? '', dates.at(-1) ?? '')}: ${runs.length} files of src/model/`;
}

/** What the model is held against, and what holds the pages; each number is counted, none is written here. */
export function qualityRows(): { model: Row[]; pages: Row[] } {
  return { model: modelRows(), pages: pageRows() };
}

function modelRows(): Row[] {
  const runs = observations();
  const { agrees, differs } = agreement(runs);
  const dates = runs.map(({ date }) => date).toSorted();
  const outside = vectors();
  return [
    {
      what: 'Rows from outside: Arm’s pseudocode and the functions of Linux, evaluated',
      found: some(outside.rows, `rows in ${outside.files} files, each a test`),
      when: lastRun('tests/vectors/'),
      command: 'RECORD=1 npm test -- tests/vectors',
    },
    {
      what: 'Answers of real kernels that the model was asked for too',
      found:
        runs.length === 0
          ? NOTHING
          : `${counted(agrees + differs)} in ${runs.length} runs; ${counted(differs)} differ`,
      when: days(dates[0] ?? '', dates.at(-1) ?? '') || NOTHING,
      command: 'npm run lab -- --check',
      href: '/observations/',
    },
    ...(witnesses().length === 0
      ? [
          {
            what: 'Other tools that were asked',
            found: NOTHING,
            when: NOTHING,
            command: 'npm run witness',
          },
        ]
      : witnesses().map(({ tool, version, date, programs }) => ({
          what: `What ${tool} ${version} answers`,
          found: some(programs, 'programs'),
          when: readableDate(date),
          command: 'npm run witness',
        }))),
    {
      what: 'Changes of the model that no test notices, each listed with the reason why it may stay',
      found: some(rowsIn('docs/mutants.md'), `survive${leastKilled()}`),
      when: mutantDays(),
      command: 'RECORD=1 npm run mutants',
    },
    {
      what: 'Texts that people paste, with the answer that is right',
      found: some(
        listed('tests/triage/cases.json', 'tests/triage/more-cases.json'),
        'cases, each a test',
      ),
      when: lastRun('tests/triage/'),
      command: 'RECORD=1 npm test -- tests/triage',
    },
  ];
}

function pageRows(): Row[] {
  const claims = allClaims();
  const of = (status: string): string =>
    `${counted(claims.filter((claim) => claim.status === status).length)} ${status}`;
  return [
    {
      what: 'Listings of code: each runs and is held against what its page prints, or says why it does not',
      found: `${some(snippetIds().length, 'listings')} on ${chapters().length} pages and in ${exercises().length} exercises`,
      when: BY_BUILD,
      command: 'npm run build',
    },
    {
      what: 'Claims, each with its sources',
      found: `${of('confirmed')}, ${of('inferred')}, ${of('unknown')}; ${sources().length} sources`,
      when: BY_BUILD,
      command: 'npm run claims',
      href: '/sources/',
    },
    {
      what: 'Checks whose key is what a run prints',
      found: some(allAsked().length, 'checks'),
      when: BY_BUILD,
      command: 'npm run build',
    },
    {
      what: 'Words that people search for, with the page that has to be among the first two',
      found: some(listed('tests/site/search-cases.json'), 'searches, each a test'),
      when: lastRun('tests/site/search.test.ts'),
      command: 'RECORD=1 npm test -- tests/site/search.test.ts',
    },
    {
      what: 'Attacks, each with the outcome that it must have',
      found: some(rowsIn('docs/attacks.md'), 'in a browser, each a test'),
      when: lastRun('tests/attacks/'),
      command: 'RECORD=1 npm test -- tests/attacks',
    },
    {
      what: 'Each page: the accessibility rules of axe in both themes, its errors, its links, what it weighs',
      found: pagesFound(),
      when: lastRun(PAGES),
      command: `RECORD=1 npm test -- ${PAGES}`,
    },
    ...browserRows(),
    auditRow(),
  ];
}
