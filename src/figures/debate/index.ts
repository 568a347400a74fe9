import type { Answer } from './answer.ts';
import { bothChecks, capability, contiguity, memoryTypes, mte, withoutVma } from './kernels.ts';
import { leak } from './leak.ts';
import { migration } from './migration.ts';
import { everyPolicy, trial } from './trial.ts';

export type { Answer } from './answer.ts';

const LANDED = 'error-on-creation';

/** What the model has to say on a question, by its slug. */
const ANSWERS: Readonly<Record<string, () => readonly Answer[]>> = {
  'who-decides': () => [
    trial('The ideas of 18 March, the flag as posted in version 6, and the landed rule.', [
      'flag-or-device:set',
      'flag-or-device:unset',
      'memslot-flag:set',
      'memslot-flag:unset',
      LANDED,
    ]),
  ],
  'fallback-or-error': () => [
    trial('The fallback, bare and cleaned before; the choice for each VM; the landed error.', [
      'fallback-to-device',
      'clean-before-device',
      'opt-in-fallback:device',
      'opt-in-fallback:error',
      LANDED,
    ]),
    everyPolicy(),
  ],
  'where-to-check': () => [
    trial('Version 3, which checked at the fault alone, and the landed rule.', [
      'error-at-fault-only',
      LANDED,
    ]),
    bothChecks(),
  ],
  capability: () => [capability()],
  'fwb-dic-or-cmos': () => [
    trial('FWB alone; FWB and DIC as landed; maintenance through a mapping on demand.', [
      'fwb-only',
      LANDED,
      'cacheable-with-cmos',
    ]),
    everyPolicy(),
  ],
  'data-leak': leak,
  migration,
  'memory-types': () => [memoryTypes()],
  'guest-memfd-cca-pkvm': () => [withoutVma()],
  mte: () => [mte()],
  contiguity: () => [contiguity()],
};

/** Answers to a question; none where it is not one that the model can be asked. */
export function machineOn(slug: string): readonly Answer[] {
  return ANSWERS[slug]?.() ?? [];
}
