import { mkdirSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LabFailure } from './cli/failure.ts';
import { megabytes } from './cli/progress.ts';

/** The root of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Space that all kernels and tools take when they are extracted, with room to build. */
const NEEDED = 2e9;
/** Space that a later run takes. */
const NEEDED_LATER = 2e8;

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
    for (const path of Object.values(folder)) mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new LabFailure(
      'bad-folder',
      `${top}: ${error instanceof Error ? error.message : String(error)}`,
      'a folder that can be written',
      'name another folder: STAGE_TWO_LAB=/var/tmp/lab npm run lab',
    );
  }
  return folder;
}

/** Throws where the disk has too little room for what is still to come. */
export function needSpace(folder: Folder, first: boolean, free = freeBytes(folder.top)): void {
  const needed = first ? NEEDED : NEEDED_LATER;
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
