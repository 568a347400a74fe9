import { explore } from '../../model/index.ts';
import type { Answer } from './answer.ts';
import { trial } from './trial.ts';

/** The shortest leak under the old fallback, and which policies have one. */
export function leak(): readonly Answer[] {
  const host = { fwb: false, dic: false };
  const { trace = [], states } = explore({
    policy: 'fallback-to-device',
    host,
    property: 'noLeak',
  });
  const policies = ['fallback-to-device', 'cacheable-unchecked', 'error-on-creation'];
  return [
    {
      caption: `The shortest leak under the fallback, of ${states} states searched.`,
      steps: trace.map(({ label }) => label),
    },
    trial('The fallback; a cacheable mapping without maintenance; the landed rule.', policies),
  ];
}
