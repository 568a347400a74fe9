import { decodeStage2MemAttr } from '../../../model/index.ts';
import type { MemoryName } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { Values } from '../../form/field.ts';
import type { HElement } from '../../show/node.ts';
import { group, leaf, picture, text } from '../../stage/parts.ts';
import { h } from '../../show/node.ts';
import { bits, memAttrOf } from '../types/leaf.ts';
import { ASKED_OPTIONS, inSentence, seenBy } from '../types/seen.ts';
import type { Asked } from '../types/seen.ts';

/** MemAttr[3:0] as a coding: 16 values without FWB; with it bit 3 says nothing, and 8 are left. */
const VALUES = Array.from({ length: 16 }, (_, i) => i);
const LEFT = 52;
const RIGHT = 210;
const WIDTH = 144;
const ROW = 22;
const TOP = 26;

const reserved = (memAttr: number, fwb: boolean): boolean =>
  decodeStage2MemAttr(memAttr, { fwb }).type === 'reserved';

/** What the guest gets under a value, or null where the value is reserved. */
const given = (memAttr: number, asked: Asked, fwb: boolean): MemoryName | null =>
  reserved(memAttr, fwb) ? null : seenBy(asked, memAttr, fwb);

/** What KVM writes for Normal memory, without FWB and with it. */
const KVM = { off: memAttrOf('normal', false), on: memAttrOf('normal', true) };

function cell(x: number, y: number, name: MemoryName | null, kvm: boolean): HElement {
  return group(
    kvm ? 'sg-lit' : '',
    leaf([x, y, WIDTH, 18], name),
    text(x + 6, y + 13, name === null ? 'reserved' : '', 'sg-note'),
    h('rect', { x: x - 2, y: y - 2, width: WIDTH + 4, height: 22, class: kvm ? '' : 'sg-off' }),
  );
}

function row(memAttr: number, asked: Asked): HElement {
  const y = TOP + ROW * memAttr;
  const folded = memAttr > 7;
  return group(
    '',
    text(4, y + 13, bits(memAttr), 'sg-code'),
    cell(LEFT, y, given(memAttr, asked, false), memAttr === KVM.off),
    folded
      ? text(RIGHT + 6, y + 13, `as ${bits(memAttr - 8)}`, 'sg-note')
      : cell(RIGHT, y, given(memAttr, asked, true), memAttr === KVM.on),
  );
}

function frame(values: Values): Frame {
  const asked = (values['asks'] ?? 'nc') as Asked;
  const without = given(KVM.off, asked, false);
  const forced = given(KVM.on, asked, true);
  return {
    svg: picture(
      TOP + ROW * VALUES.length,
      text(4, 15, 'bits', 'sg-note'),
      text(LEFT, 15, 'without FWB', 'sg-name'),
      text(RIGHT, 15, 'with FWB', 'sg-name'),
      ...VALUES.map((memAttr) => row(memAttr, asked)),
    ),
    title: `${bits(KVM.off)} gives ${without}, ${bits(KVM.on)} forces ${forced}`,
    says: `The guest asks for ${inSentence(asked)}. Without FWB KVM writes ${bits(KVM.off)} for Normal memory, and the guest gets ${without}. With FWB the same four bits have another coding; KVM writes ${bits(KVM.on)}, and the guest gets ${forced}.`,
  };
}

/** The two codings of the four bits, side by side, for one wish of the guest. */
export const drawing: Drawing = {
  name: 'what-fwb-changes',
  fields: [{ key: 'asks', label: 'The guest asks for', shape: 'radio', options: ASKED_OPTIONS }],
  preset: { asks: 'nc' },
  frames: (values) => [frame(values)],
};
