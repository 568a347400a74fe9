// npm run watch [-- OPTION...]: whether Linux still says what the rules were made from. See lab/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  byAge,
  driftInWords,
  linuxOf,
  nearest,
  seriesOf,
  type KernelText,
  type ReadChange,
  type TextRecord,
} from '../../src/observations/watch/drift.ts';
import { optionsIn, runCommand } from '../cli/command.ts';
import { megabytes, Progress } from '../cli/progress.ts';
import { needSpace, openFolder, root } from '../folder.ts';
import { Apt } from '../packages/apt.ts';
import { PackageIndex } from '../packages/index.ts';
import type { Package } from '../packages/package.ts';
import type { Suite } from '../packages/suites.ts';
import { KERNELS } from '../plan/kernels.ts';
import { packageOf } from '../plan/unlisted.ts';
import { endWithTheLab } from '../process/living.ts';
import { readRecord } from './record.ts';
import { isSource, readSource } from './source.ts';
import { askSuites } from './suites.ts';

const OPTIONS = ['--all', '--record', '--suites', '--offline', '--help'] as const;
const RECORD = join(root, 'content/data/witnesses/functions.json');
const OFFERED = join(root, 'content/data/witnesses/suites.json');
/** Suites with a kernel that may be newer than those of the lab. */
const ELSEWHERE: readonly Suite[] = ['trixie', 'sid'];
/** A source package, its files, and room. */
const SPACE = 6e8;
const HELP = `npm run watch -- [--all | --suites] [--record] [--offline]

Asks Debian's suites for kernels newer than those that the rules were held against, and says which functions
behind which rules have another text in them: compared by hash, no source is kept. A change that somebody read
is told from content/data/read-changes.json; a rule behind one that nobody read is in doubt, and ends with 1.
  --all      also kernels of other series, older than the newest
  --record   reads the kernels of the lab and all others, and writes content/data/witnesses/functions.json
  --suites   only says which suites list which kernels for arm64, with headers or without; with --record
             writes content/data/witnesses/suites.json
  --offline  uses the lists and the hashes of an earlier run
Downloads 30 MB of lists, and 140 to 170 MB for each kernel that was never read.`;

async function main(args: readonly string[]): Promise<number> {
  const options = optionsIn(args, OPTIONS, 'npm run watch');
  if (options.has('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  endWithTheLab();
  const progress = new Progress();
  const folder = openFolder();
  const apt = new Apt(folder);
  const offline = options.has('--offline');
  if (options.has('--suites')) return offered(apt, offline, options.has('--record'), progress);
  if (!offline) {
    needSpace(folder, SPACE);
    const needs = suites().map((suite) => ({ suite, arch: 'amd64' as const }));
    await progress.step('package lists', () => apt.update(needs));
  }
  const found = await sourcesIn(new PackageIndex(apt));
  const read = (one: Package): Promise<KernelText> =>
    progress.step(`read Linux ${linuxOf(one.version)}, ${megabytes(one.size)}`, () =>
      readSource(folder, apt, one, (line) => progress.say(line)),
    );
  if (options.has('--record')) {
    const record = await makeRecord(found, read);
    writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
    return told(progress, record, record.others);
  }
  const record = readRecord(RECORD);
  const fresh = found.filter(({ version }) => options.has('--all') || isNews(record, version));
  const isHeld = (one: Package) => record.held.some(({ version }) => version === one.version);
  const texts: KernelText[] = [];
  for (const one of fresh.filter((each) => !isHeld(each)))
    texts.push(record.others.find(({ version }) => version === one.version) ?? (await read(one)));
  return told(progress, record, texts);
}

/** Says which kernels the suites list. */
async function offered(
  apt: Apt,
  offline: boolean,
  record: boolean,
  progress: Progress,
): Promise<number> {
  const found = await progress.step('package lists', () => askSuites(apt, offline));
  for (const { suite, whole, image } of found.suites)
    progress.show(
      `${suite}: ${whole.join(', ') || 'none with headers'}${image.length > 0 ? `; image alone: ${image.join(', ')}` : ''}`,
    );
  if (record) writeFileSync(OFFERED, `${JSON.stringify(found, null, 2)}\n`);
  return 0;
}

/** Says of each kernel how it differs from the one that was held; 1 where a rule is in doubt. */
function told(progress: Progress, record: TextRecord, texts: readonly KernelText[]): number {
  const held = record.held.map(({ version }) => linuxOf(version)).join(', ');
  progress.show(`held against, on ${record.date}: Linux ${held}`);
  if (texts.length === 0) progress.show('nothing newer in the suites');
  const known = readChanges();
  let doubts = 0;
  for (const text of texts) {
    const one = nearest(record, text, known);
    if (one === null) continue;
    doubts += one.doubt.length;
    for (const line of driftInWords(one)) progress.show(line);
  }
  return doubts === 0 ? 0 : 1;
}

/** Newer than the held one of its series, or than all. */
function isNews({ held }: TextRecord, version: string): boolean {
  const same = held.filter((one) => seriesOf(one.version) === seriesOf(version));
  const than = same.length > 0 ? same : held;
  return than.every((one) => byAge(one.version, version) < 0);
}

const suites = (): Suite[] => [...new Set([...KERNELS.map(({ suite }) => suite), ...ELSEWHERE])];

/** The source packages of the suites, oldest first, one for each version of Linux. */
async function sourcesIn(index: PackageIndex): Promise<Package[]> {
  const all = [];
  for (const suite of suites())
    for (const [name, one] of await index.all(suite, 'amd64')) if (isSource(name)) all.push(one());
  for (const { suite, unlisted } of KERNELS)
    if (unlisted !== undefined) all.push(packageOf(unlisted, unlisted.text, suite));
  const byLinux = new Map(all.toReversed().map((one) => [linuxOf(one.version), one]));
  return [...byLinux.values()].toSorted((a, b) => byAge(a.version, b.version));
}

async function makeRecord(
  found: readonly Package[],
  read: (one: Package) => Promise<KernelText>,
): Promise<TextRecord> {
  // What is shown to equal another is compared with that.
  const whole = KERNELS.filter(({ beside }) => beside === undefined);
  const observed = new Set(whole.map(({ suite, series }) => `${suite} ${series}`));
  const texts: KernelText[] = [];
  for (const one of found) texts.push(await read(one));
  const isHeld = ({ suite, version }: KernelText) => observed.has(`${suite} ${seriesOf(version)}`);
  return {
    date: new Date().toISOString().slice(0, 10),
    held: texts.filter(isHeld),
    others: texts.filter((one) => !isHeld(one)),
  };
}

/** Changes that somebody read. */
const readChanges = (): ReadChange[] =>
  JSON.parse(readFileSync(join(root, 'content/data/read-changes.json'), 'utf8')) as ReadChange[];

await runCommand(main);
