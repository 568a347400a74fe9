/**
 * Makes the font files of the site: `node scripts/fonts.mjs`. Their makers' files and the subsetter
 * are installed at these exact versions into a folder that is removed again, because the results are
 * committed and nothing else needs them.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = [
  'subset-font@2.9.0', // BSD-3-Clause
  '@expo-google-fonts/source-serif-4@0.4.1', // OFL-1.1
  '@expo-google-fonts/ibm-plex-mono@0.4.1', // OFL-1.1
];

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
const ASCII = range(0x20, 0x7e).join('');
/** The site is in English; names of people bring the rest of Latin-1, in the upright only. */
const LATIN_1 = range(0xa1, 0xff).join('');
/** Those of names that stand in bold type. */
const IN_NAMES = 'é';
const SIGNS = '\u00a0‘’“”–—…•·×÷±−≤≥≠→←↑↓↔✓§°µ';
const BOXES = '↩✗├└│─┌┐┘┬┴┼┤█▌░▒▓■□●○◐';

const FACES = [
  {
    to: 'read-regular',
    from: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    text: ASCII + SIGNS + LATIN_1,
    features: ['kern', 'liga', 'smcp', 'tnum'],
  },
  {
    to: 'read-italic',
    from: 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    text: ASCII + SIGNS,
    features: ['kern', 'liga'],
  },
  {
    to: 'read-semibold',
    from: 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
    text: ASCII + SIGNS + IN_NAMES,
    features: ['kern', 'liga', 'tnum'],
  },
  {
    to: 'code-regular',
    from: 'ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
    text: ASCII + SIGNS + BOXES,
    features: [],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
try {
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', ...PACKAGES]);
  const makers = join(folder, 'node_modules/@expo-google-fonts');
  const subset = createRequire(join(folder, 'index.js'))('subset-font');
  const target = new URL('../src/styles/fonts/', import.meta.url);
  for (const { to, from, text, features } of FACES) {
    const font = await subset(readFileSync(join(makers, from)), text, {
      targetFormat: 'woff2',
      keepFeatures: features,
      noHinting: true,
    });
    writeFileSync(new URL(`${to}.woff2`, target), font);
    console.log(`${to}.woff2 ${font.length} bytes`);
  }
  for (const family of ['source-serif-4', 'ibm-plex-mono'])
    copyFileSync(join(makers, family, 'LICENSE_FONT'), new URL(`OFL-${family}.txt`, target));
} finally {
  rmSync(folder, { recursive: true });
}
