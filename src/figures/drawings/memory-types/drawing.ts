import { situation } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { HNode } from '../../show/node.ts';
import type { Values } from '../../form/field.ts';
import { framesOf, playStory } from '../machine/story.ts';
import type { Played } from '../machine/story.ts';

/** How the page comes to be: mapped for B after a clean, zeros in memory, nothing in a cache. */
const BEFORE = ['a-secret-in-memory', 'a-goes', 'owner-scrubs', 'memslot', 'fault'];

/** The three stories of the chapter, by the moves that tell them. */
const STORIES: Readonly<Record<string, readonly string[]>> = {
  stale: ['owner-writes', 'b-reads'],
  hidden: ['speculative-fill', 'b-writes', 'owner-reads'],
  lost: ['owner-writes', 'b-writes', 'write-back', 'b-reads'],
};

const PROPERTIES = ['coherent'] as const;

/** The story with one clean put in after the move of that number; 0 is none. */
function played(values: Values): Played {
  const story = STORIES[values['story'] ?? ''] ?? STORIES['stale'] ?? [];
  const after = Number(values['after'] ?? 0);
  const clean = values['clean'] ?? 'owner-civac';
  const names = after === 0 ? story : story.toSpliced(after, 0, clean);
  const setup = situation({
    policy: 'cacheable-with-cmos',
    host: { fwb: false, dic: true },
    guestS1: 'nc',
  });
  if ('code' in setup) return { moves: [], impossible: setup.received };
  const told = playStory(setup, [...BEFORE, ...names], PROPERTIES);
  // A clean that has no line to work on is no move: the story goes on without it.
  if (told.impossible !== clean) {
    if (told.impossible === null) return told;
    const rest = names.filter((name) => name !== told.impossible);
    return { ...playStory(setup, [...BEFORE, ...rest], PROPERTIES), impossible: told.impossible };
  }
  return { ...playStory(setup, [...BEFORE, ...story], PROPERTIES), impossible: clean };
}

const GOOD = { word: 'latest value', says: 'What was read is what was written last.' };

const frames = (values: Values): Frame[] =>
  framesOf(played(values).moves, BEFORE.length, PROPERTIES, GOOD);

const NAMES: Readonly<Record<string, string>> = {
  'owner-cvac': 'The clean',
  'owner-civac': 'The clean and invalidate',
  'write-back': 'The write-back',
};

function words(values: Values): HNode[] {
  const { impossible } = played(values);
  if (impossible === null) return [];
  return [`${NAMES[impossible] ?? impossible} finds no line to work on there, and is left out.`];
}

/** Two mappings that disagree: a stale read, a hidden write, a lost write, and one clean. */
export const drawing: Drawing = {
  name: 'memory-types',
  fields: [
    {
      key: 'story',
      label: 'Story',
      shape: 'radio',
      options: [
        ['stale', 'stale read'],
        ['hidden', 'hidden write'],
        ['lost', 'lost write'],
      ],
    },
    {
      key: 'after',
      label: 'One clean',
      shape: 'radio',
      options: [
        ['0', 'none'],
        ['1', 'after step 1'],
        ['2', 'after step 2'],
      ],
    },
    {
      key: 'clean',
      label: 'It is',
      shape: 'radio',
      options: [
        ['owner-cvac', 'DC CVAC'],
        ['owner-civac', 'DC CIVAC'],
      ],
    },
  ],
  preset: { story: 'stale', after: '0', clean: 'owner-civac' },
  frames,
  words,
};
