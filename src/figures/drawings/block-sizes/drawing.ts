import { KERNELS } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { Values } from '../../form/field.ts';
import type { HElement } from '../../show/node.ts';
import { h } from '../../show/node.ts';
import { group, picture, text } from '../../stage/parts.ts';
import { SIZES, wallOf } from './wall.ts';
import type { Layer, Shift, Wall } from './wall.ts';

const LEFT = 30;
const WIDTH = 300;
const BRICK = 24;
const ROW = 58;

/** Bricks along the 2 MB that are drawn; those of 4 KB would be 512, so every eighth joint stands. */
const BRICKS: Readonly<Record<Shift, number>> = { 12: 64, 16: 32, 21: 1, 30: 1 };

/** A course of bricks; a brick of 1 GB goes on beyond both ends. */
function course(y: number, shift: Shift): HElement {
  const count = BRICKS[shift];
  const joints = Array.from({ length: count - 1 }, (_, i) => {
    const x = LEFT + ((i + 1) * WIDTH) / count;
    return `M${x} ${y}v${BRICK}`;
  });
  const ends = shift === 30 ? [] : [`M${LEFT} ${y}v${BRICK}`, `M${LEFT + WIDTH} ${y}v${BRICK}`];
  const [from, to] = shift === 30 ? [4, 356] : [LEFT, LEFT + WIDTH];
  const beyond =
    shift === 30 ? [text(180, y + 16, 'it goes on at both ends', 'sg-mid sg-note')] : [];
  return group(
    'sg-bricks',
    ...beyond,
    h('path', {
      d: [`M${from} ${y}H${to}M${from} ${y + BRICK}H${to}`, ...ends, ...joints].join(''),
    }),
  );
}

function layer({ name, shift, asked }: Layer, i: number): HElement {
  const y = 24 + ROW * i;
  return group(
    asked ? '' : 'sg-dim',
    text(LEFT, y - 7, asked ? name : `${name} (unasked)`),
    text(LEFT + WIDTH, y - 7, SIZES[shift], 'sg-end sg-name'),
    course(y, shift),
  );
}

function draw({ layers, mapped }: Wall): HElement {
  const y = 24 + ROW * layers.length + 8;
  return picture(
    y + BRICK + 6,
    ...layers.map(layer),
    h('path', { class: 'sg-place', d: `M4 ${y - 28}H356` }),
    text(LEFT, y - 7, 'KVM maps for the guest', 'sg-name'),
    text(LEFT + WIDTH, y - 7, SIZES[mapped], 'sg-end sg-name'),
    group('sg-lit', h('rect', { x: LEFT, y, width: WIDTH, height: BRICK }), course(y, mapped)),
  );
}

function frame(values: Values): Frame {
  const wall = wallOf(values);
  const said = wall.layers.map(({ name, shift, asked }) =>
    asked ? `${name} ${SIZES[shift]}` : `${name} ${SIZES[shift]}, which is not asked`,
  );
  return {
    svg: draw(wall),
    title: `${values['kernel']} maps ${SIZES[wall.mapped]}`,
    says: `In ${values['kernel']}: ${said.join('; ')}. KVM maps ${SIZES[wall.mapped]} at once.`,
  };
}

/** The wall: what the VMA offers, the memslot allows and the host has mapped, and what KVM maps. */
export const drawing: Drawing = {
  name: 'block-sizes',
  fields: [
    {
      key: 'kernel',
      label: 'Kernel',
      shape: 'radio',
      options: KERNELS.map((kernel) => [kernel, kernel]),
    },
    {
      key: 'pgoff',
      label: 'vm_pgoff',
      shape: 'radio',
      options: [
        ['aligned', 'looks aligned'],
        ['odd', 'does not'],
      ],
    },
    {
      key: 'slot',
      label: 'The memslot allows',
      shape: 'radio',
      options: [
        ['12', '4 KB'],
        ['21', '2 MB'],
        ['30', '1 GB'],
      ],
    },
    {
      key: 'leaf',
      label: 'The host has mapped',
      shape: 'radio',
      options: [
        ['12', '4 KB'],
        ['21', '2 MB'],
        ['30', '1 GB'],
      ],
    },
  ],
  preset: { kernel: 'v7.3', pgoff: 'aligned', slot: '30', leaf: '21' },
  frames: (values) => [frame(values)],
};
