import { describe, expect, it } from 'vitest';
import { combine, columnsFor, rowsFor } from '../../src/figures/combine/stages.ts';
import { grid } from '../../src/figures/combine/grid.ts';
import { toHtmlString } from '../../src/figures/show/node.ts';
import { label } from '../../src/model/index.ts';

// architecture.md, section 8: rows 0x44, 0xBB, 0xFF, 0x4F; the columns as named there.
const EXAMPLES = {
  false: {
    0x44: ['Device-nGnRnE', 'Device-nGnRE', 'Device-GRE', 'NC OSH', 'NC OSH', 'NC OSH'],
    0xbb: ['Device-nGnRnE', 'Device-nGnRE', 'Device-GRE', 'NC OSH', 'WT RWA ISH', 'WT RWA ISH'],
    0xff: ['Device-nGnRnE', 'Device-nGnRE', 'Device-GRE', 'NC OSH', 'WT RWA ISH', 'WB RWA ISH'],
    0x4f: [
      'Device-nGnRnE',
      'Device-nGnRE',
      'Device-GRE',
      'NC OSH',
      'i:WT RWA o:NC ISH',
      'i:WB RWA o:NC ISH',
    ],
  },
  true: {
    0x44: ['Device-nGnRnE', 'Device-nGnRE', 'Device-GRE', 'NC OSH', 'WB RWA ISH', 'NC OSH'],
    0xbb: ['Device-nGnRnE', 'Device-nGnRE', 'Device-GRE', 'NC OSH', 'WB RWA ISH', 'WT RWA ISH'],
    0xff: ['Device-nGnRnE', 'Device-nGnRE', 'Device-GRE', 'NC OSH', 'WB RWA ISH', 'WB RWA ISH'],
    0x4f: [
      'Device-nGnRnE',
      'Device-nGnRE',
      'Device-GRE',
      'NC OSH',
      'WB RWA ISH',
      'i:WB RWA o:NC ISH',
    ],
  },
} as const;

describe.each([false, true])('the grid with FWB %s', (fwb) => {
  it('has the columns and results of the worked examples', () => {
    const columns = columnsFor({ attr: 0xff, memAttr: 0, fwb });
    expect(columns).toEqual(fwb ? [0, 1, 3, 5, 6, 7] : [0, 1, 3, 5, 10, 15]);
    for (const [byte, row] of Object.entries(EXAMPLES[`${fwb}`])) {
      const attr = Number(byte);
      expect(rowsFor({ attr, memAttr: 0, fwb })).toContain(attr);
      expect(columns.map((memAttr) => label(combine({ attr, memAttr, fwb })))).toEqual(row);
    }
  });

  it('marks the chosen pair, also where it is not a common one', () => {
    for (let attr = 0; attr < 256; attr += 5) {
      for (let memAttr = 0; memAttr < 16; memAttr += 3) {
        const html = toHtmlString(grid({ attr, memAttr, fwb }));
        expect(html.match(/aria-selected="true"/g)).toHaveLength(1);
        expect(html.match(/tabindex="0"/g)).toHaveLength(1);
      }
    }
  });
});
