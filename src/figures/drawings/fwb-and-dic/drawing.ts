import { situation } from '../../../model/index.ts';
import type { GuestS1 } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { framesOf, playStory } from '../machine/story.ts';

/** A runs code from the page, the owner scrubs it, B is mapped without a question and fetches. */
const FETCH = [
  'a-secret-in-memory',
  'a-fetches',
  'a-goes',
  'owner-scrubs',
  'memslot',
  'fault',
  'b-fetches',
];

/** The same for data. */
const READ = ['a-secret-in-memory', 'a-goes', 'owner-scrubs', 'memslot', 'fault', 'b-reads'];

const PROPERTIES = ['noLeak', 'coherent', 'noStaleFetch'] as const;

function frames(values: Values): Frame[] {
  const setup = situation({
    policy: 'cacheable-unchecked',
    host: { fwb: values['fwb'] === '1', dic: values['dic'] === '1' },
    guestS1: (values['guest'] ?? 'wb') as GuestS1,
  });
  if ('code' in setup) return [];
  const reads = values['does'] === 'read';
  const good = reads
    ? { word: 'reads zeros', says: 'B reads the zeros that the owner wrote.' }
    : { word: 'fetches zeros', says: 'B fetches what the owner wrote, and nothing older.' };
  const told = playStory(setup, reads ? READ : FETCH, PROPERTIES);
  // With DIC A leaves nothing in an instruction cache that a later fetch could find.
  const names = (reads ? READ : FETCH).filter((name) => name !== told.impossible);
  const { moves } = told.impossible === null ? told : playStory(setup, names, PROPERTIES);
  return framesOf(moves, 0, PROPERTIES, good);
}

/** What a new guest finds in a page that nobody cleaned, with each feature on and off. */
export const drawing: Drawing = {
  name: 'fwb-and-dic',
  fields: [
    { key: 'fwb', label: 'FWB', shape: 'check', options: NO_YES },
    { key: 'dic', label: 'DIC', shape: 'check', options: NO_YES },
    {
      key: 'guest',
      label: 'B asks for',
      shape: 'radio',
      options: [
        ['wb', 'Write-Back'],
        ['nc', 'Non-cacheable'],
      ],
    },
    {
      key: 'does',
      label: 'and',
      shape: 'radio',
      options: [
        ['fetch', 'fetches an instruction'],
        ['read', 'reads data'],
      ],
    },
  ],
  preset: { fwb: '1', dic: '0', guest: 'wb', does: 'fetch' },
  frames,
};
