import { cpus, totalmem } from 'node:os';
import { browserPath } from '../../scripts/browser.ts';
import { exec } from './exec.ts';
import { root } from './paths.ts';

/** What the figures depend on, without anything that names the machine. */
export async function machineFacts(): Promise<string> {
  const { stdout } = await exec({ argv: [await browserPath(), '--version'], cwd: root });
  const chromium = /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'of unknown version';
  const model = cpus()[0]?.model.trim() ?? 'unknown model';
  return [
    `${cpus().length} CPUs (${model})`,
    `${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `Node ${process.versions.node}`,
    `Chromium ${chromium}`,
  ].join(', ');
}
