import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Engines beside Chromium, in which the journeys run where they are installed. */
export type EngineName = 'Firefox' | 'WebKit';

/** Programs by which an engine is driven, or one line that says how to get them. */
export type FoundEngine =
  | { readonly name: EngineName; readonly programs: readonly string[] }
  | { readonly name: EngineName; readonly missing: string };

/** The first of several programs that this machine has. */
function onPath(env: NodeJS.ProcessEnv, ...names: readonly string[]): string | null {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

/** findEngines asks the path, and for WebKit where Debian puts the browser that its driver starts. */
export function findEngines(env: NodeJS.ProcessEnv = process.env): FoundEngine[] {
  const firefox = onPath(env, 'firefox-esr', 'firefox');
  const driver = onPath(env, 'WebKitWebDriver');
  const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').toSorted().toReversed();
  const screen = env['DISPLAY'] ? '' : onPath(env, 'Xvfb');
  return [
    firefox === null
      ? { name: 'Firefox', missing: 'no Firefox was found (Debian: apt install firefox-esr)' }
      : { name: 'Firefox', programs: [firefox] },
    driver === null || browser === undefined || screen === null
      ? {
          name: 'WebKit',
          missing: 'no WebKit was found (Debian: apt install webkit2gtk-driver xvfb)',
        }
      : { name: 'WebKit', programs: [driver, browser, screen] },
  ];
}
