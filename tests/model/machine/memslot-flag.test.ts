import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  POLICIES,
  readFaultAnswer,
  readSlotAnswer,
  situation,
  type PolicyFault,
} from '../../../src/model/index.ts';

interface Row {
  readonly vmPfnmap: 0 | 1;
  readonly attrIndx: number;
  readonly cowMapping: 0 | 1;
  readonly vmAllowAnyUncached: 0 | 1;
  readonly flagSet: 0 | 1;
  readonly pfnIsMapMemory: 0 | 1;
  readonly fwb: 0 | 1;
  readonly dic: 0 | 1;
  readonly access: PolicyFault['access'];
  readonly memslotRet: number;
  readonly faultRet: number;
  readonly memType: string | null;
}

const file = new URL('../../vectors/data/policy.memslotFlag.v6.json', import.meta.url);
const { columns, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  columns: string[];
  cases: unknown[][];
};
const rows = cases.map(
  (cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i]])) as unknown as Row,
);

/** What a row says, in the words in which a policy answers. */
const WORDS = new Map<unknown, string>([
  [-22, 'EINVAL'],
  [-8, 'ENOEXEC'],
  ['NORMAL', 'normal'],
  ['DEVICE', 'device'],
  ['NORMAL_NC', 'normal-nc'],
]);

const policyOf = ({ flagSet }: Row) =>
  POLICIES.find(({ name }) => name === `memslot-flag:${flagSet === 1 ? 'set' : 'unset'}`);

/** A row about the page of the table: PFNMAP, cacheable, no RAM, and shared. */
const isThePage = (row: Row): boolean =>
  row.vmPfnmap === 1 && row.attrIndx < 2 && row.cowMapping === 0 && row.pfnIsMapMemory === 0;

describe('the posted flag, row by row (V6-4)', () => {
  it('is what the policies of the table do, at the memslot and at the fault', () => {
    expect(rows.length).toBe(137);
    for (const row of rows) {
      const policy = policyOf(row);
      const vma = {
        vmPfnmap: row.vmPfnmap === 1,
        attrIndx: row.attrIndx,
        cowMapping: row.cowMapping === 1,
        vmAllowAnyUncached: row.vmAllowAnyUncached === 1,
      };
      const host = { fwb: row.fwb === 1, dic: row.dic === 1 };
      const slot = policy?.onMemslot({ vmas: [vma], ...host });
      const pfnIsMapMemory = row.pfnIsMapMemory === 1;
      const fault = policy?.onFault({ vma, pfnIsMapMemory, ...host, access: row.access });
      expect([row, readSlotAnswer(slot)]).toEqual([row, WORDS.get(row.memslotRet) ?? 'accepted']);
      expect([row, readFaultAnswer(fault)?.end]).toEqual([
        row,
        WORDS.get(row.faultRet) ?? WORDS.get(row.memType),
      ]);
    }
  });

  it('is what the search is given', () => {
    const own = rows.filter(isThePage);
    expect(own.length).toBeGreaterThan(3);
    for (const row of own) {
      const host = { fwb: row.fwb === 1, dic: row.dic === 1 };
      const page = situation({ policy: policyOf(row)?.name ?? '', host });
      const refused = row.memslotRet !== 0;
      expect([row, page]).toMatchObject([
        row,
        {
          slot: WORDS.get(row.memslotRet) ?? 'accepted',
          fault: refused ? null : WORDS.get(row.memType),
        },
      ]);
    }
  });
});
