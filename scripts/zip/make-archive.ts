import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { textFile, zip, type ArchiveFile } from '../../src/archive/zip.ts';
import { standAnywhere } from '../../src/folder/anywhere.ts';
import { putOffline } from '../../src/offline/integration.ts';
import { readme } from './readme.ts';

const SCRIPT = 'opened-as-file.js';
/** The folder of the archive: whoever unpacks it finds one thing. */
export const TOP = 'stage-two/';

/** An archive, and what it is called by. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly files: number;
  readonly edition: string;
}

/**
 * makeArchive packs a site that was built for the folder `base`, which it changes so that it works in any.
 * `date` is that of the state which was built; null: nobody knows it. The same site and date make the same
 * archive, with the same version of Node.
 */
export async function makeArchive(
  folder: string,
  base: string,
  date: Date | null,
): Promise<Archive> {
  copyFileSync(new URL(SCRIPT, import.meta.url), join(folder, SCRIPT));
  await standAnywhere(folder, base, SCRIPT);
  const edition = await putOffline(folder);
  const texts = [textFile(`${TOP}README.txt`, readme(edition, date))];
  const files = [...texts, ...filesOf(folder)].map(packed);
  const bytes = zip(files, ...(date === null ? [] : [date]));
  return { bytes, files: files.length, edition: edition.id };
}

function filesOf(folder: string): ArchiveFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .toSorted()
    .map((name) => ({
      path: TOP + name.split(sep).join('/'),
      data: readFileSync(join(folder, name)),
    }));
}

/** A file is stored as it is where packing does not make it smaller. */
function packed(file: ArchiveFile): ArchiveFile {
  const smaller = deflateRawSync(file.data, { level: 9 });
  return smaller.length < file.data.length ? { ...file, packed: smaller } : file;
}
