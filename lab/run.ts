// npm run lab [-- OPTION...]: asks real kernels what the model answers. See lab/README.md.
import { readArguments } from './cli/arguments.ts';
import { runCommand } from './cli/command.ts';
import { helpText } from './cli/help.ts';
import { Progress } from './cli/progress.ts';
import { runLab } from './lab.ts';
import { endWithTheLab } from './process/living.ts';

async function main(args: readonly string[]): Promise<number> {
  const order = readArguments(args);
  if (order.help) {
    process.stdout.write(`${helpText()}\n`);
    return 0;
  }
  endWithTheLab();
  return runLab(order, new Progress());
}

await runCommand(main, { boot: 1, log: 1, record: 1 });
