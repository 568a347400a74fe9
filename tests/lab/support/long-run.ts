// A lab with one process that runs for a long time: prints both ids, as tests/lab/processes.test.ts reads them.
import { LabFailure } from '../../../lab/cli/failure.ts';
import { endWithTheLab } from '../../../lab/process/living.ts';
import { endOf, start } from '../../../lab/process/spawn.ts';

endWithTheLab();
const child = start('sleep', ['300']);
process.stdout.write(`${process.pid} ${child.pid}\n`);
try {
  await endOf(child, 'sleep');
} catch (error) {
  process.exitCode = error instanceof LabFailure && error.code === 'interrupted' ? 130 : 1;
}
