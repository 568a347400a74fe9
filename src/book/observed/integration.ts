import { join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Seen } from '../../observations/sighting.ts';
import { root } from '../../root.ts';
import { handOver } from '../astro/hand-over.ts';
import { invalidate } from '../astro/invalidate.ts';
import { keptObserved, observationsDir, OBSERVED_INPUTS } from './kept-observed.ts';

const MODULE = 'virtual:seen';

/** Gives pages the answers that a kernel was seen to give. They are worked out beside the check of the book. */
export function seen(): AstroIntegration {
  let begun: Promise<Seen> | null = null;
  const ask = (): Promise<Seen> => {
    begun ??= keptObserved('seen');
    // Whoever makes a page hears of a failure; nobody may.
    begun.catch(() => {});
    return begun;
  };
  return {
    name: 'seen',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build' || command === 'dev') void ask();
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'seen',
                resolveId: (id: string) => (id === MODULE ? `\0${id}` : null),
                load: (id: string) => (id === `\0${MODULE}` ? handOver(MODULE, ask) : null),
                configureServer({ watcher, environments }) {
                  const inputs = [
                    ...OBSERVED_INPUTS.map((path) => join(root, path)),
                    observationsDir(),
                  ];
                  watcher.on('all', (_event, path) => {
                    if (!inputs.some((input) => path === input || path.startsWith(input + sep)))
                      return;
                    begun = null;
                    for (const environment of Object.values(environments))
                      invalidate(environment, `\0${MODULE}`);
                  });
                },
              },
            ],
          },
        });
      },
    },
  };
}
