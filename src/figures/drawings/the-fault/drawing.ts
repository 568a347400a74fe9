import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import type { HElement } from '../../show/node.ts';
import { brief } from '../../stage/brief.ts';
import { box, group, picture, text, tile, wire } from '../../stage/parts.ts';
import { h } from '../../show/node.ts';
import { roadOf } from './road.ts';
import type { ExitName, Road, Station } from './road.ts';

const TOP = 44;
const ROW = 46;
const HEIGHT = 36;
const WIDTH = 310;

/** The four ways off the road: who learns of it, and what. */
const EXITS: Readonly<Record<ExitName, readonly [who: string, sign: string, words: string]>> = {
  'goes on': ['guest', 'goes on', 'goes on'],
  abort: ['guest', 'abort', 'gets an abort'],
  SIGBUS: ['VMM', 'SIGBUS', 'gets SIGBUS'],
  fails: ['VMM', 'an errno', 'gets an errno'],
};

function station({ name, asked, leaves }: Station, i: number): HElement {
  const y = TOP + ROW * i;
  const state = asked === null ? 'sg-dim' : leaves === null ? '' : 'sg-moves';
  const count = asked === 0 ? 'no question' : `${asked} ${asked === 1 ? 'question' : 'questions'}`;
  const passes = asked === null ? 'not reached' : `${count}, no exit`;
  return group(
    `sg-box ${state}`.trim(),
    h('rect', { x: 4, y, width: WIDTH, height: HEIGHT }),
    text(12, y + 15, name, 'sg-code'),
    text(12, y + 30, leaves === null ? passes : brief(leaves)),
  );
}

/** From the function that leaves the road down the right side, to the exit. */
function leave(stop: number, y: number, x: number): HElement {
  const side = 338;
  const from = TOP + ROW * stop + HEIGHT / 2;
  return wire(
    [
      [4 + WIDTH, from],
      [side, from],
      [side, y - 12],
      [x, y - 12],
      [x, y],
    ],
    '',
    'to',
  );
}

const straight = (from: number, to: number, reached: boolean): HElement =>
  wire(
    [
      [34, from],
      [34, to],
    ],
    reached ? '' : 'sg-dim',
    reached ? 'to' : null,
  );

function draw({ stations, exit }: Road): HElement {
  const stop = stations.findIndex(({ leaves }) => leaves !== null);
  const exits = Object.keys(EXITS) as ExitName[];
  const y = TOP + ROW * stations.length + 14;
  const x = 90 * exits.indexOf(exit) + 45;
  return picture(
    y + 48,
    tile([4, 6], { word: 'abort', width: 60 }),
    text(72, 22, 'touches a page that stage 2 lacks'),
    straight(28, TOP, true),
    ...stations
      .slice(1)
      .map(({ asked }, i) => straight(TOP + ROW * i + HEIGHT, TOP + ROW * (i + 1), asked !== null)),
    stop < 0 ? straight(y - ROW - 14 + HEIGHT, y, true) : leave(stop, y, x),
    ...stations.map(station),
    ...exits.map((name, i) => {
      const [who, sign] = EXITS[name];
      return box([90 * i + 4, y, 82, 44], [who, sign], name === exit ? 'sg-moves' : 'sg-dim');
    }),
  );
}

function frame(values: Values): Frame {
  const road = roadOf(values);
  const { stations, decision, exit } = road;
  const [who, , words] = EXITS[exit];
  const end =
    decision.errno === null
      ? `The ${who} ${words}.`
      : `KVM_RUN fails with ${decision.errno}, and the ${who} learns of it.`;
  const asked = stations.reduce((sum, each) => sum + (each.asked ?? 0), 0);
  const left = stations.find(({ leaves }) => leaves !== null);
  const way = left
    ? `After ${asked} questions the fault leaves the road in ${left.name}: ${left.leaves}.`
    : `The fault passes all ${stations.length} functions and ${asked} questions.`;
  return {
    svg: draw(road),
    title: left ? `Off the road in ${left.name}` : 'To the end of the road',
    says: `${way} ${end}`,
    verdict: decision.verdict === 'invalid' ? 'unknown' : decision.verdict,
    word: decision.errno ?? words,
  };
}

/** The road of a fault through the kernel, and the four ways in which it is left. */
export const drawing: Drawing = {
  name: 'the-fault',
  fields: [
    {
      key: 'page',
      label: 'At the address',
      shape: 'select',
      options: [
        ['gpu', 'GPU memory, cacheable'],
        ['bar', 'BAR of a device'],
        ['ram', 'ordinary RAM'],
        ['none', 'nothing'],
        ['poison', 'a poisoned page'],
      ],
    },
    {
      key: 'access',
      label: 'Access',
      shape: 'radio',
      options: [
        ['read', 'read'],
        ['write', 'write'],
        ['exec', 'fetch'],
      ],
    },
    { key: 'host', label: 'FWB and DIC', shape: 'check', options: NO_YES },
  ],
  preset: { page: 'gpu', access: 'read', host: '0' },
  frames: (values) => [frame(values)],
};
