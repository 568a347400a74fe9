import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Field, Values } from '../../form/field.ts';
import type { HElement } from '../../show/node.ts';
import { brief } from '../../stage/brief.ts';
import { group, off, picture, sign, text, tile, wire } from '../../stage/parts.ts';
import { h } from '../../show/node.ts';
import { ladderOf } from './gates.ts';
import type { Gate, Ladder } from './gates.ts';

const ROW = 23;
const TOP = 34;

const yOf = (i: number): number => TOP + ROW * i;

/** A gate and its number: open where the slot fell through, closed where it stopped, with its errno in the shaft; faint below that. */
function gate({ words, state }: Gate, i: number, refusal: Ladder['refusal']): HElement {
  const y = yOf(i);
  const dim = state === 'not asked' ? 'sg-dim' : '';
  return group(
    `sg-gate ${dim}`.trim(),
    h('path', {
      class: state === 'refuses' ? 'sg-shut' : 'sg-place',
      d: state === 'refuses' ? `M4 ${y}H48` : `M4 ${y + 2}v-10M48 ${y + 2}v-10`,
    }),
    // Below the gate that refuses, its errno needs the room.
    text(51, y + 4, String(i + 1), `sg-note ${off(state !== 'not asked')}`.trim()),
    text(62, y + 4, brief(words), gateName(state)),
    group(
      off(state === 'refuses'),
      sign([22, y + 5], state === 'refuses' ? 'refused' : null),
      text(4, y + 37, state === 'refuses' ? (refusal?.errno ?? '') : '', 'sg-code'),
    ),
  );
}

const gateName = (state: Gate['state']): string => (state === 'refuses' ? 'sg-strong' : '');

function draw({ gates, refusal }: Ladder): HElement {
  const stop = gates.findIndex(({ state }) => state === 'refuses');
  const end = stop < 0 ? yOf(gates.length) - 4 : yOf(stop) - 22;
  return picture(
    yOf(gates.length) + 30,
    text(62, 16, 'the request', 'sg-note'),
    wire(
      [
        [26, 12],
        [26, end],
      ],
      '',
      null,
      'fall',
    ),
    ...gates.map((each, i) => gate(each, i, refusal)),
    text(62, yOf(gates.length) + 14, stop < 0 ? 'the slot stands' : '', 'sg-name'),
    tile([6, end], {
      word: 'slot',
      width: 40,
      key: 'slot',
      from: [26, 12],
      along: 'fall',
    }),
  );
}

function frame(values: Values): Frame {
  const ladder = ladderOf(values);
  const { gates, refusal } = ladder;
  const stop = gates.findIndex(({ state }) => state === 'refuses');
  const passed = gates.filter(({ state }) => state === 'passed').length;
  const slot = `A slot over ${values['cacheable'] === '1' ? 'cacheable' : 'non-cacheable'} PFNMAP memory`;
  const all =
    passed === gates.length
      ? `all ${passed} gates`
      : `${passed} of ${gates.length} gates, the last of which is for cacheable memory alone,`;
  const says =
    refusal === null
      ? `${slot} falls through ${all} and is accepted.`
      : `${slot} falls through ${passed} of ${gates.length} gates and is refused with ${refusal.errno} at the next: ${refusal.words}.`;
  return {
    svg: draw(ladder),
    title:
      refusal === null ? 'Through to the end' : `Stopped at gate ${stop + 1} of ${gates.length}`,
    says,
    verdict: refusal === null ? 'accepted' : 'refused',
    word: refusal?.errno ?? 'accepted',
  };
}

const check = (key: string, label: string): Field => ({
  key,
  label,
  shape: 'check',
  options: NO_YES,
});

/** The ladder of gates that a request for a new slot falls through, up to the one that stops it. */
export const drawing: Drawing = {
  name: 'memslots',
  fields: [
    check('flag', 'a flag is unknown'),
    check('geometry', 'a size is wrong'),
    check('overlap', 'it overlaps'),
    check('ipa', 'beyond the IPA space'),
    check('mte', 'MTE'),
    check('log', 'dirty logging'),
    check('cacheable', 'the VMA is cacheable'),
    check('fwb', 'FWB'),
    check('dic', 'DIC'),
  ],
  preset: {
    flag: '0',
    geometry: '0',
    overlap: '0',
    ipa: '0',
    mte: '0',
    log: '0',
    cacheable: '1',
    fwb: '0',
    dic: '0',
  },
  frames: (values) => [frame(values)],
};
