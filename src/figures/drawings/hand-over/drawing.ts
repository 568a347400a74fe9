import { cleanThenScrub, pageMachine, scrubThenClean, situation } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { Values } from '../../form/field.ts';
import { leakFrames } from '../machine/story.ts';

/** The page between two tenants, from the secret to the first read of the next one. */
const STORY = ['a-secret-in-memory', 'a-goes', 'owner-scrubs', 'memslot', 'fault', 'b-reads'];

/** The machines, by where the clean is. */
const ORDERS = { never: pageMachine, before: cleanThenScrub, after: scrubThenClean } as const;

function frames(values: Values): Frame[] {
  const guestS1 = values['reader'] === 'through' ? 'wb' : 'off';
  const host = { fwb: false, dic: true };
  const setup = situation({ policy: 'cacheable-unchecked', host, guestS1 });
  if ('code' in setup) return [];
  const machine = ORDERS[values['order'] as keyof typeof ORDERS] ?? pageMachine;
  return leakFrames(setup, STORY, 0, 'B does not see the secret.', { machine: machine(setup) });
}

/** One page, one clean: where it stands decides what the next reader finds. */
export const drawing: Drawing = {
  name: 'hand-over',
  fields: [
    {
      key: 'order',
      label: 'The clean comes',
      shape: 'radio',
      options: [
        ['never', 'never'],
        ['before', 'before the zeros'],
        ['after', 'after the zeros'],
      ],
    },
    {
      key: 'reader',
      label: 'B reads',
      shape: 'radio',
      options: [
        ['around', 'with its caches off'],
        ['through', 'through the cache'],
      ],
    },
  ],
  preset: { order: 'before', reader: 'around' },
  frames,
};
