// npm run lab [-- OPTION...]: asks real kernels what the model answers. See lab/README.md.
import { LabFailure } from './cli/failure.ts';
import { readArguments } from './cli/arguments.ts';
import { helpText } from './cli/help.ts';
import { Progress } from './cli/progress.ts';
import { runLab } from './lab.ts';
import { endWithTheLab } from './process/living.ts';

const EXIT_CODES: Readonly<Partial<Record<LabFailure['code'], number>>> = {
  boot: 1,
  log: 1,
  record: 1,
  interrupted: 130,
};

async function main(args: readonly string[]): Promise<number> {
  try {
    const order = readArguments(args);
    if (order.help) {
      process.stdout.write(`${helpText()}\n`);
      return 0;
    }
    endWithTheLab();
    return await runLab(order, new Progress());
  } catch (error) {
    if (!(error instanceof LabFailure)) throw error;
    process.stderr.write(`${error.lines().join('\n')}\n`);
    return EXIT_CODES[error.code] ?? 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
