import { verdictClass } from '../../grammar/verdict.ts';
import { describe, explore, survivesMigration } from '../../model/index.ts';
import type { Migrated, MigrationInput } from '../../model/index.ts';
import type { Values } from '../form/field.ts';
import { verdictChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { endInWords, inputOf } from './case.ts';
import { momentOf } from './moments.ts';
import type { At, Moment } from './moments.ts';

/** A bar where the host can run the VM; a word always. */
function host({ role, word }: At): HElement {
  const sign = role === 'refuses' ? 'refused' : role === 'fails' ? 'fails' : null;
  const inside = sign === null ? word : h('span', { class: verdictClass(sign) }, word);
  return h('td', { role: 'cell', class: `mig-${role}` }, inside);
}

function row(moment: Moment, ...what: HNode[]): HElement {
  return h(
    'tr',
    { role: 'row' },
    host(moment.source),
    host(moment.destination),
    h('td', { role: 'cell' }, ...what),
  );
}

function rows(migrated: Migrated): HElement[] {
  const start = row(momentOf('source runs', migrated, false), 'The VM runs on the source.');
  const steps = migrated.story.map(({ state, move, label, reason, source }) =>
    row(
      momentOf(state, migrated, move === 'memslot'),
      label,
      h('span', { class: 'mig-why' }, `${reason} `, sourceLinks(source)),
    ),
  );
  return [start, ...steps];
}

/** Kernels do what a policy does that has a name: up to v6.16 they fall back to Device. */
const FALLS_BACK = 'fallback-to-device';

/**
 * Whether the VM arrives at a host on which a next tenant can read what the last one left: the
 * destination maps the page otherwise than the owner has it, and the machine finds a leak.
 */
export function leaksThere(
  { destination, vma }: MigrationInput,
  { mapped, story }: Migrated,
): boolean {
  if (!story.some(({ state }) => state === 'destination runs')) return false;
  if (mapped.destination === null || mapped.destination === 'normal') return false;
  const { fwb, dic, policy = FALLS_BACK } = destination;
  const found = explore({
    policy,
    host: { fwb, dic },
    vma: vma ?? 'cacheable',
    property: 'noLeak',
  });
  return found.holds === false;
}

/** What a migration comes to, as one line for the eye and for the ear. */
export function outcomeOf(values: Values): { readonly chip: HNode; readonly said: string } {
  const input = inputOf(values);
  const migrated = survivesMigration(input);
  const tree = describe(migrated);
  if (tree.kind !== 'trace') return { chip: '', said: '' };
  const { source, destination } = migrated.mapped;
  const changed = source !== null && destination !== null && source !== destination;
  const also = changed ? ` Mapped ${source} before, ${destination} now.` : '';
  const counts = migrated.holds === null ? '' : ` ${migrated.states} states, all visited.`;
  if (migrated.holds === true && leaksThere(input, migrated)) {
    const word = 'arrives, and can leak';
    return { chip: verdictChip('leak', word, null), said: `${word}.${also}${counts}` };
  }
  return {
    chip: verdictChip(tree.verdict, tree.verdictWord, null),
    said: `${tree.verdictWord}.${also}${counts}`,
  };
}

/** laneNodes draws one migration, moment by moment, with who can run the VM at each. */
export function laneNodes(values: Values): HNode[] {
  const migrated = survivesMigration(inputOf(values));
  const { chip, said } = outcomeOf(values);
  const more = said.slice(said.indexOf('.') + 1).trim();
  const ends = h(
    'p',
    { class: 'mig-ends' },
    `From ${endInWords(values, 'from')}. To ${endInWords(values, 'to')}.`,
  );
  const head = h('p', {}, chip, more !== '' && ` ${more}`);
  if (migrated.holds === null) return [ends, head];
  const columns = ['source', 'destination', 'what happens'].map((name) =>
    h('th', { role: 'columnheader', scope: 'col' }, name),
  );
  return [
    ends,
    head,
    h(
      'table',
      { role: 'table', class: 'mig' },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...columns)),
      h('tbody', { role: 'rowgroup' }, ...rows(migrated)),
    ),
  ];
}
