import type { MemoryName } from '../../../model/index.ts';
import type { HElement } from '../../show/node.ts';
import { box, leaf, memKind, off, picture, sign, space, text, wire } from '../../stage/parts.ts';
import type { Point, Rect } from '../../stage/parts.ts';
import type { ShownVerdict } from '../../../grammar/verdict.ts';

/** A box of the scene: a name, and who owns it or what it does. */
export interface Part {
  readonly name: string;
  readonly line: string;
  /** It acts, or its word counts: drawn strong. */
  readonly acts?: boolean;
  /** It exists, and is not asked: drawn faint. */
  readonly idle?: boolean;
}

/** Who owns which table on the two ways to one page; null: it does not exist here. */
export interface Owners {
  /** The left way: a process of the host. */
  readonly host: readonly [Part, Part, Part | null];
  /** The middle: who decides, and what it asks. */
  readonly deciders: readonly [Part, Part | null, Part | null];
  /** Which of them writes the last table of the guest. */
  readonly writer: 0 | 1;
  /** The right way: the guest, its own table, and the last table before memory. */
  readonly guest: readonly [Part, Part, Part];
  /** Type of the guest's accesses, both stages combined; null: nothing is mapped for it. */
  readonly seen: MemoryName | null;
  /** Type of the accesses of the host's own mapping; null: it has none. */
  readonly hosted: MemoryName | null;
  /** The refusal, with its errno; null where there is none. */
  readonly refusal: { readonly verdict: ShownVerdict; readonly errno: string } | null;
}

const X = { host: 4, deciders: 124, guest: 250 } as const;
const WIDTH = { host: 108, deciders: 114, guest: 106 } as const;
const Y = [4, 78, 152] as const;
const HEIGHT = 50;
const MEMORY = 232;

const rect = (column: keyof typeof X, row: 0 | 1 | 2): Rect => [
  X[column],
  Y[row],
  WIDTH[column],
  HEIGHT,
];

function part(column: keyof typeof X, row: 0 | 1 | 2, is: Part | null): HElement {
  const { name, line, acts = false, idle = false } = is ?? { name: '', line: '' };
  const state = is === null ? 'sg-off' : acts ? 'sg-moves' : idle ? 'sg-dim' : '';
  return box(rect(column, row), [name, line], state);
}

/** A wire straight down the middle of a column, from one row to the next or to memory. */
function down(column: keyof typeof X, from: 0 | 1 | 2, to: 1 | 2 | 3, name: string): HElement {
  const x = X[column] + WIDTH[column] / 2;
  const end = to === 3 ? MEMORY : Y[to];
  return wire(
    [
      [x, Y[from] + HEIGHT],
      [x, end],
    ],
    name,
    name === 'sg-off' ? null : 'to',
  );
}

/** From the decider that writes to the last table of the guest. */
function writes(row: 0 | 1): readonly Point[] {
  const right = X.deciders + WIDTH.deciders;
  const y = Y[row] + HEIGHT / 2;
  const target = Y[2] + HEIGHT / 2;
  return [
    [right, y],
    [right + 6, y],
    [right + 6, target],
    [X.guest, target],
  ];
}

/** owners draws the scene: the host's way left, who decides in the middle, the guest's way right. */
export function owners(scene: Owners): HElement {
  const { host, deciders, writer, guest, seen, hosted, refusal } = scene;
  const kind = seen === null ? 'sg-off' : memKind(seen);
  const left = hosted === null ? 'sg-off' : memKind(hosted);
  return picture(
    284,
    space([4, MEMORY, 352, 48], 'one page'),
    text(12, MEMORY + 36, 'in memory'),
    down('host', 0, 1, left),
    down('host', 1, host[2] === null ? 3 : 2, left),
    down('host', 2, 3, host[2] === null ? 'sg-off' : left),
    down('guest', 0, 1, kind === 'sg-off' ? '' : kind),
    down('guest', 1, 2, kind === 'sg-off' ? '' : kind),
    down('guest', 2, 3, kind),
    down('deciders', 0, 1, deciders[1]?.acts === true ? '' : 'sg-off'),
    wire(writes(writer), off(refusal === null), refusal === null ? 'to' : null),
    ...host.map((is, row) => part('host', row as 0 | 1 | 2, is)),
    ...deciders.map((is, row) => part('deciders', row as 0 | 1 | 2, is)),
    ...guest.map((is, row) => part('guest', row as 0 | 1 | 2, is)),
    leaf([98, MEMORY + 22, 84, 20], hosted, hosted === null ? '' : `host ${hosted}`),
    leaf([190, MEMORY + 22, 162, 20], seen, seen === null ? '' : `guest ${seen}`),
    sign([252, MEMORY - 24], refusal?.verdict ?? null),
    text(272, MEMORY - 11, refusal?.errno ?? '', 'sg-code'),
  );
}
