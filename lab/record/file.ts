import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import { root } from '../folder.ts';
import { fileName } from '../../src/observations/file-name.ts';
import { writeRun } from '../../src/observations/write.ts';
import { recorded, type Recorded } from '../../src/observations/schema.ts';

/** The folder of recorded observations. */
export const OBSERVATIONS = join(root, 'content/data/observations');

/** Runs that ask about the memory of a driver lie in a folder of their own: they have other cases. */
function folderOf({ driver }: Recorded, folder: string): string {
  return driver === undefined ? folder : join(folder, 'drivers');
}

/** Writes an observation and returns its path. */
export function writeRecorded(run: Recorded, observations = OBSERVATIONS): string {
  const folder = folderOf(run, observations);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName(run));
  writeFileSync(path, writeRun(run));
  return path;
}

/**
 * The recorded run of the same series of Linux, CPU and mode: of the same version where there is
 * one, else the newest. Null where nothing of that series was recorded.
 */
export function findRecorded(fresh: Recorded, observations = OBSERVATIONS): Recorded | null {
  const folder = folderOf(fresh, observations);
  const wanted = fileName(fresh);
  const series = fresh.kernel.version.split('.').slice(0, 2).join('.');
  const rest = wanted.slice(fresh.kernel.version.length);
  const files = listed(folder)
    .filter((name) => name.startsWith(`${series}.`) && name.endsWith(rest))
    .filter((name) => /^[\d.]+$/.test(name.slice(0, -rest.length)))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const found = files.includes(wanted) ? wanted : files[0];
  return found === undefined ? null : readRecorded(join(folder, found));
}

/** Reads a recorded file; throws where it is not in order. */
export function readRecorded(path: string): Recorded {
  const result = recorded.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  throw new LabFailure(
    'record',
    `${path}, which is not in order`,
    'a file as src/observations/schema.ts describes it',
    'write it again: npm run lab -- --record',
    result.error.issues.slice(0, 10).map((one) => `${one.path.join('.')}: ${one.message}`),
  );
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
