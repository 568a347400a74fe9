import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { BenchFailure } from './failure.ts';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Flags under which Chromium runs as root and asks nobody on the network for anything. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `CHROME_PATH` where it is set, or else the first usual place that holds a browser. */
export function chromiumPath(): string {
  const wanted = process.env['CHROME_PATH'];
  const path = (wanted ? [wanted] : PATHS).find((file) => existsSync(file));
  if (path) return path;
  const looked = wanted ? `CHROME_PATH names ${wanted}` : `looked for ${PATHS.join(', ')}`;
  throw new BenchFailure(`no Chromium: ${looked}; install it, or set CHROME_PATH to its path`);
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
}
