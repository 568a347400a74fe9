import { decodeStage2MemAttr, describe, memoryName } from '../../model/index.ts';
import type { Stage2MemAttr, Stage2Options } from '../../model/index.ts';
import { memAttrKey } from '../../observations/key.ts';
import { binary, MEM_ATTRS } from '../combine/stages.ts';
import { keyed, memChip } from '../show/chip.ts';
import { code, more, plainRows } from './table.ts';
import type { Cell, Table } from './table.ts';

/** The ways to read the field: HCR_EL2.FWB, and whether FEAT_MTE_PERM is there. */
export const CODINGS: readonly Required<Stage2Options>[] = [
  { fwb: false, mtePerm: false },
  { fwb: false, mtePerm: true },
  { fwb: true, mtePerm: false },
  { fwb: true, mtePerm: true },
];

/** Facts that the row and the column already say. */
const SAID = new Set(['MemAttr', 'HCR_EL2.FWB']);
/** Facts whose words say all; the others need their label. */
const PLAIN = new Set(['effect', 'finding', 'permitted']);

/** What an encoding does, in the words of the model. */
function wordsOf(decoded: Stage2MemAttr): string {
  const tree = describe(decoded);
  if (tree.kind !== 'attributes') return '';
  const { permitted, rule } = decoded;
  return tree.facts
    .filter(([name]) => !SAID.has(name))
    .filter(([name]) => name !== 'effect' || (rule !== 'combine' && permitted === null))
    .filter(([name]) => permitted === null || PLAIN.has(name))
    .map(([name, value]) => (value === 'yes' ? name : PLAIN.has(name) ? value : `${name} ${value}`))
    .join('; ');
}

function cell(memAttr: number, coding: Required<Stage2Options>): Cell {
  const decoded = decodeStage2MemAttr(memAttr, coding);
  const words = wordsOf(decoded);
  const without = decodeStage2MemAttr(memAttr, { ...coding, mtePerm: false });
  if (coding.mtePerm && JSON.stringify(decoded) === JSON.stringify(without)) return 'the same';
  const chip = memChip(memoryName(decoded));
  const key = memAttrKey(memAttr, coding.fwb);
  return [coding.mtePerm ? chip : keyed(chip, key), words !== '' && more(words)];
}

/** All 16 values of MemAttr in each coding. */
export function stage2Table(): Table {
  const heads = CODINGS.map(({ fwb, mtePerm }): Cell => [
    mtePerm ? 'with FEAT_MTE_PERM' : code(`HCR_EL2.FWB = ${fwb ? 1 : 0}`),
  ]);
  return {
    name: 'memattr',
    columns: ['MemAttr', ...heads],
    groups: plainRows(
      MEM_ATTRS.map((memAttr) => ({
        id: binary(memAttr),
        name: code(binary(memAttr)),
        cells: CODINGS.map((coding) => cell(memAttr, coding)),
      })),
    ),
  };
}
