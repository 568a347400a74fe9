import { translationRegime } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { sourceLinks } from '../../show/steps.ts';
import { box, off, picture, wire } from '../../stage/parts.ts';
import type { Point } from '../../stage/parts.ts';

const MIDDLE = 42;

/** A wire along the row of boxes. */
const along = (from: number, to: number, there: boolean) => {
  const points: readonly Point[] = [
    [from, MIDDLE],
    [to, MIDDLE],
  ];
  return wire(points, off(there), there ? 'to' : null);
};

function frame(values: Values): Frame {
  const el = Number(values['el'] ?? 1);
  const on = (key: string): boolean => values[key] === '1';
  const asked = { el, e2h: on('e2h'), tge: on('tge'), vm: on('vm'), dc: on('dc') };
  const { regime, stage1, mair, stage2, source } = translationRegime(asked);
  const there = regime !== null;
  const first = stage1.length > 0;
  const second = stage2 !== null;
  const last = second ? 'stage 2' : first ? 'stage 1' : null;
  const bases = stage1.map((name) => name.slice(0, 5)).join(', ');
  const tables = first
    ? `Stage 1 has AttrIndx in its entries, by ${stage1.join(' and ')}, and the type stands in ${mair}.`
    : 'Stage 1 is off.';
  const behind = second
    ? ' Stage 2 has MemAttr in its entries, by VTTBR_EL2.'
    : ' There is no stage 2.';
  return {
    svg: picture(
      150,
      box([4, 8, 74, 68], [`EL${el}`, regime ?? 'nothing', there ? '' : 'runs'], 'sg-moves'),
      along(78, 88, there && (first || second)),
      box([88, 8, 122, 68], ['stage 1', bases, mair ?? ''], first ? '' : 'sg-off'),
      along(first ? 210 : 88, 226, second),
      box([226, 8, 130, 68], ['stage 2', stage2 ?? '', 'MemAttr'], second ? 'sg-lit' : 'sg-off'),
      box([4, 104, 352, 40], [there ? 'memory' : 'no such access'], there ? '' : 'sg-dim'),
      wire(
        last === 'stage 2'
          ? [
              [291, 76],
              [291, 104],
            ]
          : last === 'stage 1'
            ? [
                [149, 76],
                [149, 104],
              ]
            : [
                [35, 76],
                [35, 104],
              ],
        off(there),
        there ? 'to' : null,
      ),
    ),
    title: there ? `The regime is ${regime}` : 'Nothing runs there',
    says: there
      ? `An access at EL${el} is in the regime ${regime}. ${tables}${behind}`
      : 'With TGE nothing runs at EL1, so there is no access to translate.',
    text: [there ? `${tables}${behind} ` : 'With TGE nothing runs at EL1. ', sourceLinks(source)],
  };
}

/** Which tables an access goes through, by level and four bits of HCR_EL2. */
export const drawing: Drawing = {
  name: 'regimes',
  fields: [
    {
      key: 'el',
      label: 'Runs at',
      shape: 'radio',
      options: [
        ['0', 'EL0'],
        ['1', 'EL1'],
        ['2', 'EL2'],
        ['3', 'EL3'],
      ],
    },
    { key: 'e2h', label: 'E2H', shape: 'check', options: NO_YES },
    { key: 'tge', label: 'TGE', shape: 'check', options: NO_YES },
    { key: 'vm', label: 'VM', shape: 'check', options: NO_YES },
    { key: 'dc', label: 'DC', shape: 'check', options: NO_YES },
  ],
  preset: { el: '1', e2h: '1', tge: '0', vm: '1', dc: '0' },
  frames: (values) => [frame(values)],
};
