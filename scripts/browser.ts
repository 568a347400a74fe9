import { chromium, type Browser } from 'playwright-core';
import { FEATURES_OFF } from './browser-features.ts';
import { findBrowser } from './find-browser.ts';

/** Flags under which it runs as root and asks nobody on the network for anything. */
export const BROWSER_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a page may take to do what it was asked; far above what it needs, for a busy machine. */
export const PATIENCE_MS = 120_000;

/** The path of the browser; throws the line that says how to get one. */
export async function browserPath(): Promise<string> {
  const found = await findBrowser();
  if ('missing' in found) throw new Error(found.missing);
  return found.path;
}

/** `more`: flags beside those that every start has. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    args: [...BROWSER_ARGS, `--disable-features=${FEATURES_OFF.join(',')}`, ...more],
  });
}
