import type { FaultDecision } from '../model/index.ts';
import { maintenanceKey } from './key.ts';
import { askMaintenance } from './questions.ts';
import { held, notAsked, type Row } from './row.ts';
import type { Situation } from './situation.ts';

const CACHES = { dcache: 'data cache', icache: 'instruction cache' } as const;
type Cache = keyof typeof CACHES;

const DONE = 'maintained';
const NOT_DONE = 'not maintained';
const inWords = (done: boolean): string => (done ? DONE : NOT_DONE);

/**
 * Rows on the maintenance that comes with what is mapped, fault by fault; none where nothing is. The
 * calls of a case are not told apart by fault, so its answers are confirmed only where each cache
 * was maintained as often as the model says for all of them.
 */
export function rowsOfMaintenance(
  situation: Situation,
  mappings: readonly FaultDecision['mapping'][],
): Row[] {
  const { one, pkvmHost } = situation;
  const answers = mappings.flatMap(
    (mapping, i) => askMaintenance(situation, mapping, mappings[i - 1] ?? null) ?? [],
  );
  if (answers.length === 0 && one.maintenance.length === 0) return [];
  const counts = (['dcache', 'icache'] as const).map((cache) => ({
    point: CACHES[cache],
    seen: one.maintenance.filter(({ on }) => on === cache).length,
    model: answers.filter(({ decision }) => decision[`${cache}Maintained`] === true).length,
  }));
  const all = counts.every(({ seen, model }) => seen === model) ? answers : [];
  const keys = all.map(({ kernel, asked }) => maintenanceKey(kernel, asked));
  return counts.map(({ point, seen, model }) => {
    const words = inWords(seen > 0);
    if (pkvmHost) return notAsked(point, words, 'EL2 does it, where nothing was watched');
    const decisions = all.map(({ decision }) => decision);
    return { ...held(point, words, inWords(model > 0), decisions), keys };
  });
}

/** What was maintained in a case, in words. */
export function maintenanceInWords(maintenance: readonly { readonly on: Cache }[]): string {
  const done = (['dcache', 'icache'] as const).filter((cache) =>
    maintenance.some(({ on }) => on === cache),
  );
  return done.map((cache) => CACHES[cache]).join(', ') || 'none';
}
