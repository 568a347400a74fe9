import { kernelsIn, type SuiteRecord } from '../../src/observations/watch/suites.ts';
import type { Apt } from '../packages/apt.ts';
import { PackageIndex } from '../packages/index.ts';
import type { Suite } from '../packages/suites.ts';

/** Every suite of the archive that may have a kernel for arm64, oldest first. */
const ASKED = [
  'bullseye',
  'bookworm',
  'bookworm-backports',
  'trixie',
  'trixie-backports',
  'forky',
  'sid',
  'experimental',
] as const satisfies readonly Suite[];

/** Asks each suite which kernels it lists; what the mirror has not is a failure that names it. */
export async function askSuites(apt: Apt, offline: boolean): Promise<SuiteRecord> {
  const needs = ASKED.map((suite) => ({ suite, arch: 'arm64' as const }));
  if (!offline) await apt.update(needs);
  const index = new PackageIndex(apt);
  const suites = [];
  for (const suite of ASKED)
    suites.push({ suite, ...kernelsIn((await index.all(suite, 'arm64')).keys()) });
  return { date: new Date().toISOString().slice(0, 10), suites };
}
