import { isCached } from '../../model/index.ts';
import type { MemoryName, ValueName } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { ENDINGS, worst } from './broken.ts';
import { flowsOf } from './flow.ts';
import type { Flow, WireName } from './flow.ts';
import { box, leaf, memKind, sign, text, tile, wire } from './parts.ts';
import type { Point, TileLook } from './parts.ts';
import { inWords, VALUE_WORDS } from './scene.ts';
import type { Scene } from './scene.ts';

const WIRES = {
  owner: {
    line: [
      [66, 44],
      [66, 90],
    ],
    memory: [
      [14, 44],
      [14, 186],
    ],
  },
  B: {
    line: [
      [306, 70],
      [306, 79],
      [150, 79],
      [150, 90],
    ],
    memory: [
      [306, 70],
      [306, 79],
      [218, 79],
      [218, 186],
    ],
  },
  fetch: {
    line: [
      [332, 70],
      [332, 90],
    ],
  },
  fill: {
    line: [
      [232, 127],
      [204, 127],
    ],
    memory: [
      [294, 144],
      [294, 186],
    ],
  },
  'line-memory': {
    line: [
      [120, 186],
      [120, 144],
    ],
    memory: [
      [120, 144],
      [120, 186],
    ],
  },
  map: {
    line: [
      [156, 44],
      [156, 61],
      [247, 61],
    ],
  },
} as const satisfies Readonly<
  Record<WireName, Readonly<Partial<Record<Flow['place'], readonly Point[]>>>>
>;

/** stage gives the drawing: owner left, KVM in the middle, tenants right; caches above memory. */
export function stage(scene: Scene): HElement {
  const { state } = scene;
  const { dcache, icache, owner, tenantB } = state;
  const flows = flowsOf(scene);
  const draw = (name: WireName, place: Flow['place'], idle: boolean, type: string): HElement => {
    const flow = flows.find((f) => f.wire === name && f.place === place);
    const points = (WIRES[name] as Partial<Record<Flow['place'], readonly Point[]>>)[place] ?? [];
    return wire(points, flow || idle ? type : 'sg-off', flow?.way ?? null);
  };
  const ownerType = owner.cacheable ? 'mem-wb' : 'mem-dev';
  const cached = isCached(tenantB.data);
  return h(
    'svg',
    {
      class: 'sg',
      viewBox: '0 0 360 234',
      role: 'img',
      'aria-label': inWords(state),
      'data-pagefind-ignore': true,
    },
    h('rect', { x: 28, y: 90, width: 176, height: 54, class: place(scene, 'hardware') }),
    text(36, 106, 'data cache', 'sg-name'),
    text(196, 106, dcache === null ? 'no line' : dcache.dirty ? 'dirty' : 'clean', 'sg-end'),
    h('rect', { x: 232, y: 90, width: 124, height: 54, class: 'sg-place' }),
    text(240, 106, 'instruction cache', 'sg-name'),
    h('rect', { x: 4, y: 186, width: 352, height: 44, class: 'sg-place' }),
    text(12, 204, 'memory', 'sg-name'),
    text(12, 220, 'at the PoC'),
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
    tile([70, 115], holding(dcache?.value ?? null)),
    tile([244, 115], holding(icache)),
    tile([130, 197], holding(state.memory)),
    leaf([248, 52, 108, 18], tenantB.data),
    ...actors(scene),
  );
}

const place = ({ actor }: Scene, who: 'hardware'): string =>
  `sg-place${actor === who ? ' sg-moves' : ''}`;

const typeOf = (name: MemoryName | null): string => (name === null ? '' : memKind(name));

/** The tile of what a place holds; null: nothing. */
const holding = (value: ValueName | null): TileLook =>
  value === null ? { word: '', off: true } : { word: VALUE_WORDS[value], kind: value };

/** Who is there, what each has, and who moves. */
function actors({ state, actor, breaks }: Scene): HElement[] {
  const { phase, owner, tenantA, tenantB } = state;
  const moves = (who: Scene['actor'], there: boolean): string =>
    `${there ? '' : 'sg-gone'}${actor === who ? ' sg-moves' : ''}`.trim();
  const kvm = { memslot: 'accepts', mapped: 'maps', refused: 'refuses', failed: 'fails' } as const;
  const doing = phase in kvm ? kvm[phase as keyof typeof kvm] : '';
  const end = worst(breaks);
  const seen = end === null ? null : ENDINGS[end].verdict;
  const refused = phase === 'refused' ? 'refused' : phase === 'failed' ? 'fails' : null;
  const byOwner = actor === 'owner';
  return [
    box(
      [4, 4, 106, 40],
      ['owner', owner.cacheable ? 'cacheable' : 'uncached'],
      moves('owner', owner.mapped),
    ),
    box([118, 4, 76, 40], ['KVM', actor === 'kvm' || refused ? doing : ''], moves('kvm', true)),
    box(
      [222, 4, 62, 40],
      ['A', tenantA.mapped ? 'runs' : phase === 'empty' ? '' : 'gone'],
      moves('A', tenantA.mapped),
    ),
    box([292, 4, 64, 40], ['B', tenantB.mapped ? 'mapped' : ''], moves('B', tenantB.mapped)),
    h(
      'g',
      {},
      sign([198, 16], refused),
      sign(byOwner ? [88, 8] : [334, 8], refused === null ? seen : null),
    ),
  ];
}
