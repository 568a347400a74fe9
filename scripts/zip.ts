// npm run zip [-- FILE]: the site as one archive that works in any folder, stage-two.zip where no file is named.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANY } from '../src/address.ts';
import { root } from '../src/root.ts';
import { buildSite } from './build/build-site.ts';
import { makeArchive } from './zip/make-archive.ts';
import { stateDate } from './zip/state-date.ts';

const [out = 'stage-two.zip', ...more] = process.argv.slice(2);
if (more.length > 0 || out.startsWith('-')) {
  console.error(
    `npm run zip: received ${[out, ...more].join(' ')}; expected one file name or none`,
  );
  process.exit(2);
}
const date = stateDate();
const folder = join(root, '.cache/anywhere');
process.env['STAGE_TWO_ANYWHERE'] = '1';
const code = await buildSite(['--outDir', folder]);
if (code !== 0) process.exit(code);
const { bytes, files, edition } = await makeArchive(folder, ANY, date);
writeFileSync(out, bytes);
console.log(`${out}: ${files} files, ${(bytes.length / 1e6).toFixed(1)} MB, edition ${edition}`);
