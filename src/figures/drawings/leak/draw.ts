import type { MemoryName } from '../../../model/index.ts';
import type { HElement } from '../../show/node.ts';
import {
  box,
  group,
  leaf,
  memKind,
  off,
  picture,
  sign,
  space,
  text,
  tile,
  wire,
} from '../../stage/parts.ts';
import type { Point } from '../../stage/parts.ts';
import { leaks, throughCache } from './moment.ts';
import type { Held, Moment } from './moment.ts';

const OWNER: readonly Point[] = [
  [130, 66],
  [130, 120],
];
const PAST: readonly Point[] = [
  [326, 74],
  [326, 229],
  [216, 229],
];
const INTO: readonly Point[] = [
  [250, 74],
  [250, 131],
  [216, 131],
];

const WORDS: Readonly<Record<Held, string>> = { secret: "A's secret", zeros: 'zeros' };

/** draw gives the stage: owner left, KVM in the middle, the tenant right; the cache above memory. */
export function draw(moment: Moment): HElement {
  const { memory, cache, tenant, mapped, access, refused, maps, ownerWrites } = moment;
  const cached = mapped !== null && throughCache(mapped);
  const doing = access && mapped ? access.kind : null;
  const leaked = leaks(moment);
  const kind = mapped === null ? '' : memKind(mapped as MemoryName);
  const way = doing === 'writes' ? 'to' : doing === 'reads' ? 'from' : null;
  const seen = doing === 'reads' ? access : null;
  return picture(
    256,
    space([4, 108, 262, 58], 'cache'),
    text(
      12,
      158,
      cache === null
        ? 'no line of this page'
        : leaked
          ? 'the zeros that nobody read'
          : 'newer than memory',
      leaked ? 'sg-note' : '',
    ),
    space([4, 206, 352, 46], 'memory'),
    wire(OWNER, 'mem-wb', ownerWrites ? 'to' : null, 'owner'),
    wire(PAST, mapped !== null && !cached ? kind : 'sg-off', way, 'past'),
    wire(INTO, cached ? kind : 'sg-off', way, 'into'),
    wire(
      [
        [178, 66],
        [178, 91],
        [238, 91],
      ],
      off(maps),
      maps ? 'to' : null,
    ),
    box(
      [4, 4, 144, 62],
      ['owner', "driver's mapping", 'in the host'],
      ownerWrites ? 'sg-moves' : '',
    ),
    box(
      [152, 4, 67, 62],
      ['KVM', refused ? 'refuses' : maps ? 'maps' : ''],
      refused || maps ? 'sg-moves' : '',
    ),
    box(
      [223, 4, 133, 70],
      [
        tenant,
        doing && seen === null
          ? `${doing} a secret`
          : (doing ?? (mapped === null ? 'no mapping' : 'mapped')),
      ],
      leaked ? 'sg-hurt' : doing ? 'sg-moves' : '',
    ),
    leaf([238, 81, 116, 20], mapped as MemoryName | null),
    tile([116, 120], {
      word: cache === null ? '' : WORDS[cache],
      kind: leaked ? 'idle' : (cache ?? 'plain'),
      key: 'cache',
      from: [130, 35],
      along: 'owner',
      off: cache === null,
    }),
    tile([116, 218], {
      word: WORDS[memory],
      kind: memory,
      key: 'memory',
      from: [285, 51],
      along: 'past',
    }),
    tile([235, 44], {
      word: seen ? WORDS[seen.value] : '',
      kind: seen?.value ?? 'plain',
      key: 'read',
      from: cached ? 'cache' : 'memory',
      along: cached ? 'into' : 'past',
      off: seen === null,
    }),
    group(
      off(refused !== null),
      sign([214, 83], 'refused'),
      text(232, 96, refused ?? '', 'sg-code'),
    ),
    sign([334, 10], leaked ? 'leak' : null),
  );
}
