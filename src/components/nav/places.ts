/** Pages that are no chapters. */
interface Place {
  readonly route: string;
  readonly name: string;
}

/** A link of the header. */
export interface Entry {
  readonly route: string;
  /** One word: all of them stand in a line. */
  readonly word: string;
  /** Begins of the addresses that belong to it. */
  readonly holds: readonly string[];
}

/** Where the header leads, on each page. */
export const ENTRIES: readonly Entry[] = [
  { route: '/guide/', word: 'Guide', holds: ['/guide/', '/paths/', '/exercises/', '/map/'] },
  { route: '/workbench/', word: 'Workbench', holds: ['/workbench/'] },
  {
    route: '/debate/',
    word: 'Debate',
    holds: ['/debate/', '/timeline/', '/versions/', '/policies/'],
  },
  { route: '/reference/', word: 'Reference', holds: ['/reference/'] },
  { route: '/observations/', word: 'Kernels', holds: ['/observations/'] },
  { route: '/glossary/', word: 'Glossary', holds: ['/glossary/'] },
];

/** The last group of the contents list. */
export const AROUND: readonly Place[] = [
  { route: '/paths/', name: 'Paths' },
  { route: '/exercises/', name: 'Exercises' },
  { route: '/map/', name: 'Map' },
  { route: '/workbench/', name: 'Workbench' },
  { route: '/policies/', name: 'Policies' },
  { route: '/cheat-sheet/', name: 'Cheat sheet' },
  { route: '/debate/', name: 'The debate' },
  { route: '/timeline/', name: 'Timeline' },
  { route: '/versions/', name: 'Ten versions' },
  { route: '/observations/', name: 'What kernels answered' },
  { route: '/glossary/', name: 'Glossary' },
  { route: '/sources/', name: 'Sources' },
  { route: '/evidence/', name: 'Evidence' },
  { route: '/unknown/', name: 'What we do not know' },
  { route: '/quality/', name: 'How good it is' },
  { route: '/errata/', name: 'Errata' },
  { route: '/offline/', name: 'Without a network' },
];

/** The value of `aria-current`: `page` on the page itself, `true` on a page that belongs to it. */
export function currentOf({ route, holds }: Entry, here: string): 'page' | 'true' | undefined {
  if (route === here) return 'page';
  return holds.some((start) => here.startsWith(start)) ? 'true' : undefined;
}
