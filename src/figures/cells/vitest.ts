import { inShort, renderText } from '../../model/index.ts';
import { callOf, testText } from '../foot/test-text.ts';
import { askedBy, CALLS, type Asked, type Call } from './asked.ts';
import type { State } from './commands.ts';

/** Whose short word leaves most of the answer out. */
const WHOLE: ReadonlySet<Call> = new Set([
  'decodeRegister',
  'icacheRange',
  'maintenanceNeeded',
  'policySpace',
]);

const SAYS = { inShort, renderText } as const;

/** What a figure or a table shows, and where. */
export interface Shown {
  readonly name: string;
  readonly link: string;
  readonly kind: string;
  readonly state: State;
}

/** What is shown as a test for Vitest, with what the model answers now; null where it is asked nothing. */
export function asVitest({ name, link, kind, state }: Shown): string | null {
  const asked: readonly Asked[] = askedBy(kind, state);
  if (asked.length === 0) return null;
  const says = (call: Call) => (WHOLE.has(call) ? 'renderText' : 'inShort');
  const rows = asked.map(({ call, args }) => {
    const ask = CALLS[call] as (...all: readonly unknown[]) => unknown;
    const answer = SAYS[says(call)](ask(...args)) ?? '';
    return [`${says(call)}(${callOf(call, args)})`, answer] as const;
  });
  const names = asked.flatMap(({ call }) => [call, says(call)]);
  return testText({ names, about: [name, link], rows, by: 'toBe' });
}
