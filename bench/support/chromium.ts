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

export function chromiumPath(): string {
  const path = [process.env['CHROME_PATH'], ...PATHS].find((file) => file && existsSync(file));
  if (path) return path;
  throw new BenchFailure('no Chromium found: install the package chromium, or set CHROME_PATH');
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
}
