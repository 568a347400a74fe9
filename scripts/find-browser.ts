import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser of Chromium's kind to test with, or one line that says how to get one. */
export type Found = { readonly path: string } | { readonly missing: string };

/**
 * Names on the path, in the order in which they are taken. The shell is Chromium without its windows, of
 * which each new reader opens one: the tests need half of the time with it.
 */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** Where the installers of other systems put a browser, which is on no path there. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

const REMEDY =
  'install Chromium, Chrome or Edge (Debian: apt install chromium-headless-shell; else: npx playwright-core install chromium), or set CHROMIUM to the path of one';

/**
 * `CHROMIUM` where it is set; else the first of Chromium's shell, Chromium, Chrome and Edge that this machine has; else
 * Playwright's own. `own` gives the path at which Playwright would keep that one.
 */
export async function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  own: () => Promise<string> = playwrightsOwn,
  platform: string = process.platform,
): Promise<Found> {
  const wanted = env['CHROMIUM'];
  if (wanted)
    return isProgram(wanted)
      ? { path: wanted }
      : { missing: `CHROMIUM names ${wanted}, which is no program: ${REMEDY}` };
  const path = candidates(env, platform).find(isProgram) ?? (await own());
  return isProgram(path) ? { path } : { missing: `no browser was found: ${REMEDY}` };
}

function candidates(env: NodeJS.ProcessEnv, platform: string): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = PLACES[platform] ?? [];
  return [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(platform === 'win32'
      ? places.flatMap((place) => WINDOWS_FOLDERS.map((name) => join(env[name] ?? '', place)))
      : places),
  ];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Asked last: the package takes a while to load. */
async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}
