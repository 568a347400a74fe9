import { PROPERTIES, type Property } from '../../machine/properties.ts';
import type { Setup } from '../../machine/setup.ts';
import { PROMELA_MOVES, PROMELA_STATE } from './promela-text.ts';

/** What a set-up is, as the moves in Promela ask for it. */
function bitsOf(setup: Setup): Readonly<Record<string, boolean>> {
  return {
    ownerCached: setup.ownerCacheable,
    guestCached: setup.guestData === 'WB',
    fetches: setup.guestFetch !== null,
    fetchCached: setup.guestFetch === 'WB',
    dic: setup.host.dic,
    accepted: setup.slot === 'accepted',
    mapped: setup.mapped !== null,
    cleans: setup.cleans,
    invalidates: setup.invalidatesI,
    loses: setup.losesCacheable,
  };
}

/** What a break of each property is called there: NO_LEAK for noLeak. */
const macroOf = (property: Property): string =>
  property.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** How Spin is asked: breadth first, so that its way to an assertion is a shortest one. */
export const SPIN_COMMAND = 'spin -search -bfs page.pml';

/**
 * One property of one set-up in Promela: Spin finds the assertion violated where the property breaks.
 * `remarks` stand above it, a line each.
 */
export function promelaOf(setup: Setup, property: Property, remarks: readonly string[]): string {
  const comment = [...remarks, `Ask Spin: ${SPIN_COMMAND}`];
  return [
    '/*',
    ...comment.map((line) => ` * ${line.replaceAll('*/', '* /')}`),
    ' */',
    PROMELA_STATE,
    ...Object.entries(bitsOf(setup)).map(([name, on]) => `#define ${name} ${Number(on)}`),
    '',
    ...PROPERTIES.map(
      (one) => `#define ${macroOf(one)} ${one === property ? 'assert(false)' : 'skip'}`,
    ),
    '#define choose() skip',
    '',
    PROMELA_MOVES,
  ].join('\n');
}

/**
 * Many set-ups in one program, for a prover that is to judge them all in one search. A break is printed,
 * `broken SETUP PROPERTY` by their numbers, and the search goes on.
 */
export function promelaOfAll(setups: readonly Setup[]): string {
  const names = setups[0] === undefined ? [] : Object.keys(bitsOf(setups[0]));
  const choices = setups.map((setup, id) => {
    const on = Object.entries(bitsOf(setup)).flatMap(([name, bit]) =>
      bit ? [`; ${name} = 1`] : [],
    );
    return `  :: id = ${id}${on.join('')}`;
  });
  return [
    'c_decl {',
    `  static char spotted[${setups.length}][${PROPERTIES.length}];`,
    '  static void spot(int setup, int property)',
    '  {',
    '    if (spotted[setup][property]) return;',
    '    spotted[setup][property] = 1;',
    String.raw`    printf("broken %d %d\n", setup, property);`,
    '  }',
    '}',
    '',
    PROMELA_STATE,
    'byte id;',
    `bit ${names.join(', ')};`,
    '',
    ...PROPERTIES.map((one, i) => `#define ${macroOf(one)} c_code { spot(now.id, ${i}); }`),
    '',
    'inline choose() {',
    '  if',
    ...choices,
    '  fi',
    '}',
    '',
    PROMELA_MOVES,
  ].join('\n');
}
