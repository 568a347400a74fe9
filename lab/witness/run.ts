// npm run witness [-- OPTION...]: asks herd7 and Spin what the machine answers. See lab/README.md.
import { LabFailure } from '../cli/failure.ts';
import { Progress } from '../cli/progress.ts';
import { openFolder } from '../folder.ts';
import { endWithTheLab } from '../process/living.ts';
import { askHerd } from './ask-herd.ts';
import { askSpin } from './ask-spin.ts';

const OPTIONS = ['--record', '--offline', '--herd', '--spin', '--help'] as const;
const HELP = `npm run witness -- [--record] [--offline] [--herd | --spin]

Asks two provers that are not ours what the machine answers, and compares: herd7 with Arm's own
aarch64.cat, and Spin. A difference ends with 1.
  --record   writes content/data/witnesses/
  --offline  uses what was downloaded before
  --herd     asks herd7 alone
  --spin     asks Spin alone
For herd7 downloads 52 MB once, from Debian's sid: no release has it. Nothing is installed. Spin and gcc
have to be there: the packages spin and gcc.`;

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => !OPTIONS.some((one) => one === arg));
  if (unknown !== undefined)
    throw new LabFailure('usage', unknown, OPTIONS.join(', '), 'npm run witness -- --help');
  const has = (option: (typeof OPTIONS)[number]): boolean => args.includes(option);
  if (has('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  endWithTheLab();
  const [progress, folder] = [new Progress(), openFolder()];
  const herd = has('--spin')
    ? 0
    : await askHerd(folder, has('--offline'), has('--record'), progress);
  const spin = has('--herd') ? 0 : await askSpin(folder, has('--record'), progress);
  return Math.max(herd, spin);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof LabFailure)) throw error;
  process.stderr.write(`${error.lines().join('\n')}\n`);
  process.exitCode = error.code === 'interrupted' ? 130 : 2;
}
