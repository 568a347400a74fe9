import { isCached } from '../../model/index.ts';
import type { MemoryName, ValueName } from '../../model/index.ts';
import type { HElement } from '../show/node.ts';
import { ENDINGS, worst } from './broken.ts';
import { flowsOf, readBy } from './flow.ts';
import type { Flow, WireName } from './flow.ts';
import { box, leaf, memKind, picture, sign, space, text, tile, wire } from './parts.ts';
import type { Point, TileLook } from './parts.ts';
import { inWords, VALUE_WORDS } from './scene.ts';
import type { Scene } from './scene.ts';

type Ends = Readonly<Partial<Record<Flow['place'], readonly Point[]>>>;

/** Wires lead away from who moves: to the line in a cache, or to memory. */
const WIRES = {
  owner: {
    line: [
      [84, 66],
      [84, 118],
    ],
    memory: [
      [14, 66],
      [14, 228],
    ],
  },
  B: {
    line: [
      [300, 96],
      [300, 107],
      [195, 107],
      [195, 150],
      [170, 150],
    ],
    memory: [
      [300, 96],
      [300, 107],
      [195, 107],
      [195, 228],
    ],
  },
  fetch: {
    line: [
      [350, 96],
      [350, 118],
    ],
  },
  fill: {
    line: [
      [231, 158],
      [170, 158],
    ],
    memory: [
      [291, 165],
      [291, 228],
    ],
  },
  'line-memory': {
    line: [
      [120, 239],
      [120, 165],
    ],
    memory: [
      [120, 165],
      [120, 239],
    ],
  },
  map: {
    line: [
      [140, 66],
      [140, 87],
      [240, 87],
    ],
  },
} as const satisfies Readonly<Record<WireName, Ends>>;

const OWNER: Point = [48, 53];
const INSIDE_B: Point = [294, 55];

/** stage gives the drawing: owner left, KVM in the middle, tenants right; caches above memory. */
export function stage(scene: Scene): HElement {
  const { state } = scene;
  const { dcache, icache, memory, owner, tenantB } = state;
  const flows = flowsOf(scene);
  const draw = (name: WireName, place: Flow['place'], idle: boolean, type: string): HElement => {
    const flow = flows.find((f) => f.wire === name && f.place === place);
    const points = (WIRES[name] as Ends)[place] ?? [];
    return wire(points, flow || idle ? type : 'sg-off', flow?.way ?? null, `${name}-${place}`);
  };
  const ownerType = owner.cacheable ? 'mem-wb' : 'mem-dev';
  const cached = isCached(tenantB.data);
  const leaked = scene.breaks.includes('noLeak');
  const unread = leaked && dcache?.value === 'zeros';
  const drawing = picture(
    274,
    space([24, 118, 160, 66], 'data cache', scene.actor === 'hardware' ? 'sg-moves' : ''),
    text(176, 134, dcache === null ? 'no line' : dcache.dirty ? 'dirty' : 'clean', 'sg-end'),
    text(28, 179, unread ? 'zeros that nobody read' : '', 'sg-note'),
    space([206, 118, 150, 66], 'instruction cache'),
    space([4, 212, 352, 58], 'memory'),
    draw('owner', 'line', owner.mapped && owner.cacheable, ownerType),
    draw('owner', 'memory', owner.mapped && !owner.cacheable, ownerType),
    draw('B', 'line', tenantB.mapped && cached, typeOf(tenantB.data)),
    draw('B', 'memory', tenantB.mapped && !cached, typeOf(tenantB.data)),
    draw('fetch', 'line', tenantB.fetch !== null, typeOf(tenantB.fetch)),
    draw('fill', 'line', false, ''),
    draw('fill', 'memory', false, ''),
    draw('line-memory', 'memory', false, ''),
    draw('line-memory', 'line', false, ''),
    draw('map', 'line', false, ''),
    ...actors(scene),
    leaf([240, 78, 116, 18], tenantB.data),
    tile([70, 143], {
      ...held('line', dcache?.value ?? null, flows),
      ...(unread && { kind: 'idle' }),
    }),
    tile([231, 143], held('icache', icache, flows)),
    tile([130, 228], held('memory', memory, flows)),
    ...carried(scene, flows),
    ...signs(scene),
  );
  return {
    ...drawing,
    attrs: {
      ...drawing.attrs,
      role: 'img',
      'aria-label': inWords(scene),
      'data-pagefind-ignore': true,
    },
  };
}

const typeOf = (name: MemoryName | null): string => (name === null ? '' : memKind(name));

/** The tile of what a place holds, and where it came from if it was not there before. */
function held(
  place: 'line' | 'icache' | 'memory',
  value: ValueName | null,
  flows: readonly Flow[],
): TileLook {
  if (value === null) return { word: '', off: true };
  const came = flows.findLast(({ wire: name, place: end, way }) => {
    if (place === 'icache') return name === 'fill';
    const into = name === 'line-memory' ? end === place : way === 'to' && end === place;
    return into && name !== 'map';
  });
  const along = came && `${came.wire}-${came.place}`;
  return {
    word: VALUE_WORDS[value],
    kind: value,
    key: `${place}-${value}`,
    ...(came && { from: origin(came, value), along: along as string }),
  };
}

function origin({ wire: name, place }: Flow, value: ValueName): string | Point {
  if (name === 'owner') return OWNER;
  if (name === 'B') return INSIDE_B;
  // A fill brings what the other place holds; a clean brings what the line holds.
  if (name === 'line-memory') return place === 'memory' ? `line-${value}` : `memory-${value}`;
  return `${place}-${value}`;
}

/** What a read brings to who reads: a tile inside its box. */
function carried(scene: Scene, flows: readonly Flow[]): HElement[] {
  const { reader, value, place } = readBy(scene, flows);
  const look = (who: typeof reader, width: number): TileLook => {
    if (who !== reader || value === null || place === null) return { word: '', off: true };
    const wires = scene.move === 'b-fetches' ? 'fetch-line' : `${who}-${place}`;
    const from = scene.move === 'b-fetches' ? `icache-${value}` : `${place}-${value}`;
    const word = VALUE_WORDS[value];
    return { word, kind: value, width, key: 'read', from, along: wires };
  };
  return [tile([8, 42], look('owner', 82)), tile([244, 44], look('B', 100))];
}

/** Who is there, what each has, and who moves. */
function actors(scene: Scene): HElement[] {
  const { state, actor, breaks } = scene;
  const { phase, owner, tenantA, tenantB } = state;
  const moves = (who: Scene['actor'], there: boolean): string => {
    const hurt = who === 'B' && breaks.includes('noLeak') ? 'sg-hurt' : '';
    return [there ? '' : 'sg-gone', hurt || (actor === who ? 'sg-moves' : '')].join(' ').trim();
  };
  const kvm = { memslot: 'accepts', mapped: 'maps', refused: 'refuses', failed: 'fails' } as const;
  const doing = phase in kvm ? kvm[phase as keyof typeof kvm] : '';
  const ended = phase === 'refused' || phase === 'failed';
  // What the owner reads stands where its type stands otherwise.
  const type = scene.move === 'owner-reads' ? '' : owner.cacheable ? 'cacheable' : 'uncached';
  return [
    box([4, 4, 98, 62], ['owner', 'host driver', type], moves('owner', owner.mapped)),
    box([107, 4, 68, 62], ['KVM', actor === 'kvm' || ended ? doing : ''], moves('kvm', true)),
    box(
      [180, 4, 46, 62],
      ['A', tenantA.mapped ? 'runs' : phase === 'empty' ? '' : 'gone'],
      moves('A', tenantA.mapped),
    ),
    box([231, 4, 125, 70], [scene.standsIn?.name ?? 'B', does(scene)], moves('B', tenantB.mapped)),
  ];
}

/** What B does now, or what it has. */
function does({ state, move, standsIn }: Scene): string {
  const doing = { 'b-reads': 'reads', 'b-writes': 'writes', 'b-fetches': 'fetches' } as const;
  if (move !== null && move in doing) return doing[move as keyof typeof doing];
  return standsIn?.has ?? (state.tenantB.mapped ? 'mapped' : '');
}

/** How it ends, beside who is concerned. */
function signs({ state: { phase }, actor, breaks }: Scene): HElement[] {
  const end = worst(breaks);
  const seen = end === null ? null : ENDINGS[end].verdict;
  const refused = phase === 'refused' ? 'refused' : phase === 'failed' ? 'fails' : null;
  return [
    sign([150, 44], refused),
    sign(actor === 'owner' ? [80, 8] : [334, 8], refused === null ? seen : null),
  ];
}
