// npm run witness [-- OPTION...]: asks herd7 what the machine answers. See lab/README.md.
// cspell:words herdtools
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { askedOfBoth, programsOf } from '../../src/observations/witness/asked.ts';
import { OURS } from '../../src/observations/witness/litmus.ts';
import { partings, type WitnessRecord } from '../../src/observations/witness/record.ts';
import { LabFailure } from '../cli/failure.ts';
import { Progress } from '../cli/progress.ts';
import { openFolder, root } from '../folder.ts';
import { versionOf } from '../packages/component.ts';
import { fetchWanted, FOR_A_WITNESS } from '../packages/fetch.ts';
import { endWithTheLab } from '../process/living.ts';
import { Herd } from './herd.ts';

const OPTIONS = ['--record', '--offline', '--help'] as const;
const RECORD = join(root, 'content/data/witnesses/herd.json');
const HELP = `npm run witness -- [--record] [--offline]

Asks herd7, with Arm's own aarch64.cat, what the machine answers, and compares the two. A difference
ends with 1.
  --record   writes content/data/witnesses/herd.json
  --offline  uses what was downloaded before
Downloads 52 MB once, from Debian's sid: no release has it. Nothing is installed.`;

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => !OPTIONS.some((one) => one === arg));
  if (unknown !== undefined)
    throw new LabFailure('usage', unknown, OPTIONS.join(', '), 'npm run witness -- --help');
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  endWithTheLab();
  const progress = new Progress();
  const folder = openFolder();
  const component = await fetchWanted(folder, FOR_A_WITNESS, args.includes('--offline'), progress);
  const asked = askedOfBoth();
  const herd = new Herd(component('herd'), join(folder.top, 'witness'));
  const programs = [];
  for (const litmus of programsOf(asked)) {
    const one = await herd.witness(litmus);
    const without = one.ours ? `, ${one.stock} without our lines` : '';
    progress.show(`${one.name}: ${one.says}${without}`);
    programs.push(one);
  }
  const record: WitnessRecord = {
    tool: 'herdtools7',
    version: versionOf(component('herd'), 'herdtools7'),
    date: new Date().toISOString().slice(0, 10),
    ours: OURS,
    programs,
  };
  const wrong = partings(record, asked);
  for (const { program, received, expected, remedy } of wrong)
    progress.show(`${program}: received ${received}; expected ${expected}; ${remedy}`);
  if (args.includes('--record')) {
    mkdirSync(dirname(RECORD), { recursive: true });
    writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
  } else if (existsSync(RECORD)) {
    const before = JSON.parse(readFileSync(RECORD, 'utf8')) as WitnessRecord;
    const same = JSON.stringify(before.programs) === JSON.stringify(programs);
    progress.show(same ? 'as recorded' : 'not as recorded: npm run witness -- --record');
    if (!same) return 1;
  }
  progress.show(`${asked.length - wrong.length} questions agree, ${wrong.length} differ`);
  return wrong.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof LabFailure)) throw error;
  process.stderr.write(`${error.lines().join('\n')}\n`);
  process.exitCode = error.code === 'interrupted' ? 130 : 2;
}
