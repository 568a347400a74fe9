import { describe, propertyName, SEARCHABLE } from '../../model/index.ts';
import type { Property } from '../../model/index.ts';
import { memChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { moveList } from '../show/trace.ts';
import { groupBy } from '../tables/group-by.ts';
import { bit } from '../tables/table.ts';
import { cellId, proofId } from './ids.ts';
import type { Judged, Placed, Proof } from './judge.ts';
import { signClass, signOf } from './sign.ts';

/** proofNodes draws each proof of a table once, whoever shares it. */
export function proofNodes(all: readonly Judged[], properties: readonly Property[]): HNode[] {
  const proofs = [...new Set(all.map(({ proof }) => proof))];
  return proofs.map((proof) => {
    const breaks = (property: Property): boolean => proof.explored[property].holds === false;
    const broken = properties.filter(breaks);
    const others = properties.filter((property) => !breaks(property));
    return h(
      'div',
      { class: 'show vt-proof' },
      h('p', {}, h('b', {}, `Proof ${proof.number}. `), ...madeOf(proof)),
      h('p', { class: 'vt-users' }, ...usersOf(proof.users, properties[0] ?? 'noLeak'), '.'),
      broken.length > 0 &&
        h('ul', {}, ...broken.map((property) => counterexample(proof, property))),
      others.length > 0 &&
        h('ul', { class: 'vt-others' }, ...others.map((property) => answer(proof, property))),
    );
  });
}

/** What policy and architecture made of the page, and what was searched. */
function madeOf({ setup, states, transitions }: Proof): HNode[] {
  const searched = ` ${states} states and ${transitions} moves, all visited.`;
  const never = ` B is never mapped, so there is no more to ask.${searched}`;
  if (setup.slot !== 'accepted') return [`The memslot is refused, ${setup.slot}.${never}`];
  if (setup.mapped === null)
    return [`The memslot is accepted, the fault fails, ${setup.fault}.${never}`];
  const upkeep = [
    setup.cleans && 'cleans, for which KVM has to map it first',
    setup.invalidatesI && 'invalidates I',
  ];
  const does = upkeep.filter((word) => word !== false).join(' and ') || 'no maintenance';
  return [
    `Mapped ${setup.mapped} (${does}); B's loads and stores are `,
    setup.guestData === null ? 'none' : memChip(setup.guestData),
    setup.guestFetch !== null && setup.guestFetch !== setup.guestData
      ? `, its fetches ${setup.guestFetch}.`
      : '.',
    searched,
  ];
}

/** Who shares a proof, each with a link to its first cell. */
function usersOf(users: readonly Placed[], property: Property): HNode[] {
  return groupBy(users, ({ policy }) => policy.name).flatMap((own, i): HNode[] => {
    const [first] = own as [Placed];
    const hosts = own.map(({ host }) => `${bit(host.fwb)}${bit(host.dic)}`);
    const where = hosts.length === 4 ? 'every host' : `FWB, DIC = ${hosts.join(', ')}`;
    const link = h('a', { href: `#${cellId(first, property)}` }, first.policy.name);
    return [i === 0 ? 'Stands for ' : '; ', link, ` (${where})`];
  });
}

const said = (proof: Proof, property: Property): HNode[] => {
  const sign = signOf(proof, property);
  return [h('span', { class: signClass(sign) }, sign.word), ' ', propertyName(property)];
};

const answer = (proof: Proof, property: Property): HElement =>
  h('li', { id: proofId(proof, property) }, ...said(proof, property));

function counterexample(proof: Proof, property: Property): HElement {
  const tree = describe(proof.explored[property]);
  const moves = tree.kind === 'trace' ? tree.moves : [];
  return h(
    'li',
    { id: proofId(proof, property) },
    h(
      'details',
      {},
      h('summary', {}, ...said(proof, property), ` in ${moves.length} steps, not in fewer`),
      h('p', { class: 'vt-users' }, `Asked: ${SEARCHABLE[property]}`),
      ...moveList(moves),
    ),
  );
}
