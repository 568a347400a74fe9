import { existsSync, mkdirSync, rmdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LabFailure } from './cli/failure.ts';
import { megabytes } from './cli/progress.ts';

/** The root of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Bytes that a run takes. */
export const SPACE = {
  /** All kernels and tools when they are extracted, with room to build. */
  first: 2e9,
  /** The compiler alone. */
  program: 4e8,
  /** Where everything is there. */
  later: 2e8,
} as const;

/** The folders of the lab, below one that git ignores. */
export interface Folder {
  readonly top: string;
  /** apt's own state: lists, configuration. */
  readonly apt: string;
  /** Downloaded packages. */
  readonly debs: string;
  /** Extracted packages, a folder for each component. */
  readonly components: string;
  /** Modules, programs and initramfs, by the hash of what they are made of. */
  readonly builds: string;
  /** Logs of the boots; deleted at the end without --keep. */
  readonly boots: string;
}

/** Makes the folders below STAGE_TWO_LAB or `.cache/lab`. */
export function openFolder(named = process.env['STAGE_TWO_LAB']): Folder {
  const top = resolve(root, named === undefined || named === '' ? '.cache/lab' : named);
  if (/[\s:]/.test(top)) {
    throw new LabFailure(
      'bad-folder',
      `the folder ${JSON.stringify(top)}`,
      'a path without white space and colons: make and library paths cannot take them',
      'name another folder: STAGE_TWO_LAB=/var/tmp/lab npm run lab',
    );
  }
  const folder = {
    top,
    apt: join(top, 'apt'),
    debs: join(top, 'debs'),
    components: join(top, 'components'),
    builds: join(top, 'builds'),
    boots: join(top, 'boots'),
  };
  try {
    needWritable(top);
    for (const path of Object.values(folder)) mkdirSync(path, { recursive: true });
  } catch (error) {
    if (error instanceof LabFailure) throw error;
    throw badFolder(`${top}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return folder;
}

/**
 * Throws where no folder can be made. The nearest parent that is there is looked at first: below
 * /proc a recursive mkdir of Node does not come back.
 */
function needWritable(top: string): void {
  let at = top;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  if (!statSync(at).isDirectory()) throw badFolder(`${top}: ${at} is not a folder`);
  if (statfsSync(at).type === PROCFS) throw badFolder(`${top}: ${at} is of /proc`);
  const trial = join(at, `.stage-two-${process.pid}`);
  try {
    mkdirSync(trial);
    rmdirSync(trial);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw badFolder(`${top}: no folder can be made in ${at} (${code})`);
  }
}

const PROCFS = 0x9fa0;

function badFolder(received: string): LabFailure {
  return new LabFailure(
    'bad-folder',
    received,
    'a folder that can be written',
    'name another folder: STAGE_TWO_LAB=/var/tmp/lab npm run lab',
  );
}

/** Throws where the disk has too little room for what is still to come. */
export function needSpace(folder: Folder, needed: number, free = freeBytes(folder.top)): void {
  if (free >= needed) return;
  throw new LabFailure(
    'no-space',
    `${megabytes(free)} free for ${folder.top}`,
    `${megabytes(needed)}`,
    'make room, or name a folder on another disk: STAGE_TWO_LAB=/var/tmp/lab npm run lab',
  );
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
