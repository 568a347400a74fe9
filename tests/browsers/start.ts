import { Engine } from './engine.ts';
import type { FoundEngine } from './find-engines.ts';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

const START = { Firefox: startFirefox, WebKit: startWebKit };

/** Starts an engine that is installed. */
export async function startEngine({
  name,
  programs,
}: Extract<FoundEngine, { programs: unknown }>): Promise<Engine> {
  return new Engine(await START[name](programs));
}
