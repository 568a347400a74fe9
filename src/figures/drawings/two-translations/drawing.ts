import { isCached } from '../../../model/index.ts';
import type { MemoryName } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import type { HElement } from '../../show/node.ts';
import { box, group, leaf, memKind, picture, sign, space, text, wire } from '../../stage/parts.ts';
import type { Point } from '../../stage/parts.ts';
import { bits, LEAF_OPTIONS, memAttrOf } from '../types/leaf.ts';
import type { LeafKind } from '../types/leaf.ts';
import { alone, ASKED_OPTIONS, inSentence, seenBy } from '../types/seen.ts';
import type { Asked } from '../types/seen.ts';

/** One page, and the two types by which it is reached. */
interface Page {
  readonly asked: Asked;
  readonly memAttr: number;
  readonly guest: MemoryName;
  readonly owner: MemoryName;
}

function pageOf(values: Values): Page {
  const asked = (values['guest'] ?? 'nc') as Asked;
  const fwb = values['fwb'] === '1';
  const memAttr = memAttrOf((values['kvm'] ?? 'normal') as LeafKind, fwb);
  return {
    asked,
    memAttr,
    guest: seenBy(asked, memAttr, fwb),
    owner: alone((values['owner'] ?? 'wb') as Asked),
  };
}

const short = (name: MemoryName): string => (name.startsWith('Device') ? 'Device' : name);

/** The guest's way out of its second table: into the cache, or around it. */
const GUEST: Readonly<Record<'into' | 'past', readonly Point[]>> = {
  into: [
    [272, 92],
    [272, 112],
  ],
  past: [
    [340, 92],
    [340, 192],
  ],
};

/** The owner's way, which comes from below. */
const OWNER: Readonly<Record<'into' | 'past', readonly Point[]>> = {
  into: [
    [130, 262],
    [130, 250],
    [24, 250],
    [24, 137],
    [46, 137],
  ],
  past: [
    [150, 262],
    [150, 238],
  ],
};

/** The way of one of them; of its two wires only the one that is taken is drawn. */
function way(ways: typeof GUEST, type: MemoryName, key: string): HElement {
  const kind = memKind(type);
  const cached = isCached(type);
  return group(
    '',
    wire(ways.into, cached ? kind : 'sg-off', cached ? 'to' : null, `${key}-into`),
    wire(ways.past, cached ? 'sg-off' : kind, cached ? null : 'to', `${key}-past`),
  );
}

const along = (from: Point, to: Point): HElement => wire([from, to], '', 'to');

function draw({ asked, memAttr, guest, owner }: Page): HElement {
  const agree = guest === owner;
  return picture(
    312,
    along([58, 28], [76, 28]),
    along([222, 28], [242, 28]),
    space([46, 112, 282, 50], 'cache'),
    space([40, 192, 316, 46], 'memory'),
    text(48, 226, 'one page'),
    sign([196, 206], agree ? null : 'stale'),
    text(218, 219, agree ? 'the two agree' : 'the two disagree', 'sg-name'),
    way(GUEST, guest, 'guest'),
    way(OWNER, owner, 'owner'),
    box([4, 4, 54, 48], ['guest', 'VA']),
    box([78, 4, 144, 48], ['its table', `IPA, asks ${short(alone(asked))}`]),
    box([244, 4, 112, 48], ["KVM's table", `PA, ${bits(memAttr)}`]),
    along([272, 52], [272, 70]),
    leaf([244, 72, 112, 20], guest),
    along([88, 281], [104, 281]),
    box([4, 258, 84, 48], ['VMM', 'VA']),
    box([104, 262, 142, 44], ["the host's table", `PA, ${short(owner)}`]),
    leaf([250, 274, 106, 20], owner),
  );
}

function frame(values: Values): Frame {
  const page = pageOf(values);
  const { guest, owner, asked, memAttr } = page;
  const through = (type: MemoryName): string =>
    isCached(type) ? 'through the cache' : 'around the cache';
  const agree = guest === owner;
  return {
    svg: draw(page),
    title: agree ? 'Two ways, one type' : 'Two ways that disagree',
    says: `The guest asks for ${inSentence(asked)}, KVM's leaf is ${bits(memAttr)}; together its accesses are ${guest} and go ${through(guest)}. The VMM reaches the same page by the host's table as ${owner}, ${through(owner)}. ${agree ? 'The two agree.' : 'The two disagree.'}`,
    verdict: agree ? 'cacheable' : 'stale',
    word: agree ? 'they agree' : 'they disagree',
  };
}

/** A guest's address through both tables to a page, and the VMM's own way to the same page. */
export const drawing: Drawing = {
  name: 'two-translations',
  fields: [
    { key: 'guest', label: 'The guest asks for', shape: 'radio', options: ASKED_OPTIONS },
    { key: 'kvm', label: "KVM's leaf", shape: 'radio', options: LEAF_OPTIONS },
    { key: 'fwb', label: 'FWB', shape: 'check', options: NO_YES },
    { key: 'owner', label: 'The host has it', shape: 'radio', options: ASKED_OPTIONS },
  ],
  preset: { guest: 'nc', kvm: 'normal', fwb: '0', owner: 'wb' },
  frames: (values) => [frame(values)],
};
