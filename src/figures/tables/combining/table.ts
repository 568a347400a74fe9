import { memoryName } from '../../../model/index.ts';
import type { Combined } from '../../../model/index.ts';
import { binary, MEM_ATTRS } from '../../combine/stages.ts';
import { memChip } from '../../show/chip.ts';
import { spans } from '../spans.ts';
import { bit, code, filterOf, keep, more, NOTHING, slug } from '../table.ts';
import type { Cell, Group, Row, Table } from '../table.ts';
import { FAMILIES } from './families.ts';
import { memoryWords } from './memory-words.ts';
import { changedByMtePerm, rectangles } from './rectangles.ts';
import type { Rectangle } from './rectangles.ts';
import { hintsWords, permittedNames, shareabilityWords, stage1Words, xsWords } from './words.ts';

/** A row is named by the first pair of its rectangle: no other row has it. */
function idOf({ fwb, memAttrs, families }: Rectangle): string {
  return `fwb${bit(fwb)}-${binary(memAttrs[0] ?? 0)}-${slug(families[0]?.name ?? '')}`;
}

function resultCell(result: Combined): Cell {
  const { type, device, inner, outer, tagged, noTagAccess } = result;
  const name = memoryName(result);
  const words = [
    name === 'mixed' && type === 'Normal' && memoryWords({ type, device, inner, outer }),
    name === 'reserved' && (permittedNames(result) || 'nothing is asserted'),
    tagged === true && 'Tagged',
    noTagAccess === true && 'NoTagAccess',
  ].filter((word) => word !== false);
  return words.length === 0 ? memChip(name) : [memChip(name), more(words.join(', '))];
}

function row(rectangle: Rectangle): Row {
  const { fwb, families, memAttrs, result } = rectangle;
  const [xs = NOTHING, withFnxs] = xsWords(rectangle);
  return {
    id: idOf(rectangle),
    name: code(spans(memAttrs, binary)),
    cells: [
      stage1Words(families),
      resultCell(result),
      hintsWords(rectangle) || NOTHING,
      shareabilityWords(rectangle) || NOTHING,
      withFnxs === undefined ? keep(xs) : keep(xs, more(`with FnXS ${withFnxs}`)),
    ],
    keys: {
      fwb: [bit(fwb)],
      s1: families.map(({ name }) => slug(name)),
      s2: memAttrs.map(binary),
      result: [slug(memoryName(result))],
    },
  };
}

const COLUMNS = ['MemAttr', 'Stage 1', 'Together', 'Hints', 'Shareability', 'XS'] as const;

const groups = (mtePerm: boolean, all: readonly Rectangle[]): Group[] =>
  [false, true].map((fwb) => ({
    heading: [code(`HCR_EL2.FWB = ${bit(fwb)}`), mtePerm && ', with FEAT_MTE_PERM'],
    rows: all.filter((rectangle) => rectangle.fwb === fwb).map(row),
  }));

/** Every pair of a byte and a stage-2 encoding, FWB off and on, without FEAT_MTE_PERM. */
export function combiningTable(): Table {
  const all = [false, true].flatMap((fwb) => rectangles({ fwb, mtePerm: false }));
  return {
    name: 'combine',
    columns: COLUMNS,
    groups: groups(false, all),
    filters: [
      filterOf('fwb', 'FWB', ['0', '1']),
      filterOf(
        's1',
        'Stage 1',
        FAMILIES.map(({ name }) => name),
      ),
      filterOf('s2', 'MemAttr', MEM_ATTRS.map(binary)),
      filterOf(
        'result',
        'Together',
        all.map(({ result }) => memoryName(result)),
      ),
    ],
  };
}

/** The pairs that FEAT_MTE_PERM changes. */
export function mtePermTable(): Table {
  const all = [false, true].flatMap((fwb) =>
    rectangles({ fwb, mtePerm: true }, changedByMtePerm(fwb)),
  );
  return { name: 'mteperm', columns: COLUMNS, groups: groups(true, all) };
}
