import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** root is the folder of the project: from this file, or from the working folder where this file was bundled. */
export function root(): string {
  const here = fileURLToPath(new URL('../../..', import.meta.url));
  const found = [here, process.cwd()].find((at) =>
    existsSync(join(at, 'src/snippets/realm/realm.ts')),
  );
  if (found === undefined)
    throw new Error('Run this in the folder of the project, where package.json is.');
  return found;
}
