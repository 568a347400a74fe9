import type { FaultDecision } from '../model/index.ts';
import { askMaintenance } from './questions.ts';
import { held, notAsked, type Row } from './row.ts';
import type { Situation } from './situation.ts';

const CACHES = { dcache: 'data cache', icache: 'instruction cache' } as const;
type Cache = keyof typeof CACHES;

const DONE = 'maintained';
const NOT_DONE = 'not maintained';
const inWords = (done: boolean): string => (done ? DONE : NOT_DONE);

/** Rows on the maintenance that comes with what is mapped; none where nothing is. */
export function rowsOfMaintenance(
  situation: Situation,
  mappings: readonly FaultDecision['mapping'][],
): Row[] {
  const { one, pkvmHost } = situation;
  const decisions = mappings.flatMap((mapping) => askMaintenance(situation, mapping) ?? []);
  if (decisions.length === 0 && one.maintenance.length === 0) return [];
  const model = {
    dcache: decisions.some(({ dcacheMaintained }) => dcacheMaintained === true),
    icache: decisions.some(({ icacheMaintained }) => icacheMaintained === true),
  };
  return (['dcache', 'icache'] as const).map((cache) => {
    const point = CACHES[cache];
    const seen = inWords(one.maintenance.some(({ on }) => on === cache));
    if (pkvmHost) return notAsked(point, seen, 'EL2 does it, where nothing was watched');
    return held(point, seen, inWords(model[cache]), decisions);
  });
}

/** What was maintained in a case, in words. */
export function maintenanceInWords(maintenance: readonly { readonly on: Cache }[]): string {
  const done = (['dcache', 'icache'] as const).filter((cache) =>
    maintenance.some(({ on }) => on === cache),
  );
  return done.map((cache) => CACHES[cache]).join(', ') || 'none';
}
