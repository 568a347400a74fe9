import { situation } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { Values } from '../../form/field.ts';
import { leakFrames } from '../machine/story.ts';

const START = ['a-secret-in-memory', 'a-goes', 'owner-scrubs'];
const HANDED = ['memslot', 'fault', 'b-reads'];

/** The hand-over with a test in it, the owner's read, by where the clean stands. */
const STORIES: Readonly<Record<string, readonly string[]>> = {
  none: [...START, 'owner-reads', ...HANDED],
  before: [...START, 'owner-civac', 'owner-reads', ...HANDED],
  late: [...START, 'owner-reads', 'owner-civac', ...HANDED],
};

function frames(values: Values): Frame[] {
  const host = { fwb: false, dic: true };
  const setup = situation({ policy: 'cacheable-unchecked', host, guestS1: 'off' });
  if ('code' in setup) return [];
  const story = STORIES[values['clean'] ?? ''] ?? [];
  return leakFrames(setup, story, 2, 'B does not see the secret.');
}

/** A test through the cache in which the zeros lie: it passes with a clean and without. */
export const drawing: Drawing = {
  name: 'scrub-test',
  fields: [
    {
      key: 'clean',
      label: 'A clean',
      shape: 'radio',
      options: [
        ['none', 'none'],
        ['before', 'before the test'],
        ['late', 'after the test'],
      ],
    },
  ],
  preset: { clean: 'none' },
  frames,
};
