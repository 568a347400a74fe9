import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project: from this file, or the working folder where this file was bundled. */
export const root: string = find();

function find(): string {
  const here = fileURLToPath(new URL('..', import.meta.url));
  const found = [here, process.cwd()].find((at) => existsSync(join(at, 'src/root.ts')));
  if (found === undefined)
    throw new Error('Run this in the folder of the project, where package.json is.');
  return resolve(found);
}
