// npm run witness [-- OPTION...]: asks herd7 and Spin what the machine answers. See lab/README.md.
import { optionsIn, runCommand } from '../cli/command.ts';
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
  const options = optionsIn(args, OPTIONS, 'npm run witness');
  if (options.has('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  endWithTheLab();
  const [progress, folder] = [new Progress(), openFolder()];
  const herd = options.has('--spin')
    ? 0
    : await askHerd(folder, options.has('--offline'), options.has('--record'), progress);
  const spin = options.has('--herd') ? 0 : await askSpin(folder, options.has('--record'), progress);
  return Math.max(herd, spin);
}

await runCommand(main);
