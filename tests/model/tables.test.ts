import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverage,
  diffInWords,
  diffKernels,
  KERNELS,
  prepareMemoryRegion,
  QUESTIONS,
  wholeTable,
  type Kernel,
  type MemslotInput,
  type Question,
} from 'stage-two';
import { asked } from './support/inputs.ts';

/** Questions whose tables are read in well under a second. */
const small = () =>
  (Object.keys(QUESTIONS) as Question[]).filter((question) => {
    const { inputs } = wholeTable(question, 'v7.3');
    return inputs > 0 && inputs < 20_000;
  });

/** Rows of the sources for the capability: input as text, and what was returned. */
function capabilityRows(kernel: Kernel): Map<string, number> {
  const file = new URL(`../vectors/data/kvm.capability.${kernel}.json`, import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly number[][] };
  return new Map(cases.map((row) => [row.slice(0, -1).join(' '), row.at(-1) as number]));
}

describe('wholeTable', () => {
  it('has one row for each input: 2^6 for the capability, 8 for the memory type of a VMA', () => {
    for (const kernel of KERNELS) {
      const rows = [...wholeTable('checkExtension', kernel).rows];
      expect(new Set(rows.map(({ input }) => JSON.stringify(input))).size).toBe(64);
    }
    expect([...wholeTable('vmaIsCacheable', 'v6.17').rows].map(({ input }) => input)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((attrIndx) => ({ attrIndx })),
    );
  });

  it('answers each row as the question itself does, and leaves out what has no answer', () => {
    for (const question of small()) {
      const table = wholeTable(question, 'v7.3');
      let rows = 0;
      const again: unknown[][] = [];
      for (const { input, decision } of table.rows) {
        rows += 1;
        if (rows % 97 === 1)
          again.push([QUESTIONS[question].ask('v7.3', input as never), decision]);
        expect(decision.verdict).not.toBe('invalid');
      }
      expect(rows).toBeGreaterThan(0);
      for (const [answer, row] of again) expect(answer).toEqual(row);
      expect(rows).toBeLessThanOrEqual(table.inputs);
    }
  });

  it('can be read again, and says what it leaves out', () => {
    const { rows } = wholeTable('vmaIsCacheable', 'v7.3');
    expect([...rows]).toEqual([...rows]);
    expect(wholeTable('handleFault', 'v7.3').fixed).toEqual([
      'vma.vmIo',
      'vma.entryAttrIndx',
      'vma.start',
      'vma.end',
      'size',
      'nested',
    ]);
  });

  it('says why there is none', () => {
    const errors = [
      wholeTable('vmaPageShift', 'v7.3'),
      wholeTable('handleGuestAbort', 'v7.3'),
      wholeTable('constructor' as never, 'v7.3'),
      wholeTable('checkExtension', 'v6.71'),
    ];
    expect(errors.map(({ error }) => error?.code)).toEqual([
      'not-finite',
      'not-finite',
      'unknown-question',
      'unknown-kernel',
    ]);
    expect(errors.flatMap(({ rows }) => [...rows])).toEqual([]);
  });
});

describe('diffKernels', () => {
  it('is empty for equal kernels', () => {
    for (const question of small()) {
      for (const kernel of KERNELS) {
        const { differences, onlyA, onlyB, error } = diffKernels(question, kernel, kernel);
        expect({ differences, onlyA, onlyB, error }).toEqual({
          differences: [],
          onlyA: 0,
          onlyB: 0,
        });
      }
    }
  });

  it('finds the changes of the capability that the sources have', () => {
    const before = capabilityRows('v6.16');
    const changes = new Set<string>();
    for (const [input, ret] of capabilityRows('v6.17')) {
      const old = before.get(input);
      if (old !== undefined && old !== ret) changes.add(`${old} to ${ret}`);
    }
    expect(changes.size).toBeGreaterThan(1);
    const { differences } = diffKernels('checkExtension', 'v6.16', 'v6.17');
    const found = differences.map(({ example: { a, b } }) => `${a.ret} to ${b.ret}`);
    expect(new Set(found)).toEqual(changes);
  });

  it('counts what the series added to the memslot hook, with one cause', () => {
    const { differences, compared } = diffKernels('prepareMemoryRegion', 'v6.16', 'v6.17');
    expect(compared).toBe(32_768); // 4 changes, 128 VMAs, 6 flags; guest_memfd and pKVM came later
    expect(differences.map(({ cause }) => cause.b?.check)).toEqual([
      'kvm_supports_cacheable_pfnmap()',
    ]);
    expect(differences[0]?.count).toBe(refusedAnew());
    expect(differences[0]?.example.input).toMatchObject({
      vmas: [{ vmPfnmap: true, attrIndx: 0 }],
      fwb: false,
      dic: false,
    });
  });

  it('mirrors itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...small()),
        fc.constantFrom(...KERNELS),
        fc.constantFrom(...KERNELS),
        (question, a, b) => {
          const [there, back] = [diffKernels(question, a, b), diffKernels(question, b, a)];
          const counts = ({ differences }: typeof there): number[] =>
            differences.map(({ count }) => count).toSorted((x, y) => x - y);
          expect(counts(there)).toEqual(counts(back));
          expect([there.onlyA, there.onlyB]).toEqual([back.onlyB, back.onlyA]);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is told in lines that name count, cause and example', () => {
    const lines = diffInWords(diffKernels('checkExtension', 'v6.16', 'v6.17'));
    expect(lines[0]).toBe('capability 243 (checkExtension): 36 of 64 inputs differ');
    expect(lines[2]).toBe('     now: refused, EINVAL, by !kvm yes');
    expect(lines.at(-1)).toBe('     such as: vmFd, fwb, dic');
    expect(diffInWords(diffKernels('setWayTrap', 'v6.16', 'v6.17'))).toEqual([
      'set/way maintenance (setWayTrap): no difference on 4 inputs',
    ]);
  });

  it('says why there is none', () => {
    expect(diffKernels('checkExtension', 'v6.16', 'v5' as never).error?.code).toBe(
      'unknown-kernel',
    );
    expect(diffKernels('granule', 'v6.16', 'v6.17').error?.code).toBe('not-finite');
    expect(diffInWords(diffKernels('granule', 'v6.16', 'v6.17'))).toEqual([]);
  });
});

/** The inputs that 6.17 refuses and 6.16 accepts, counted by hand over the same fields. */
function refusedAnew(): number {
  const flags = [false, true];
  const changes = ['CREATE', 'DELETE', 'MOVE', 'FLAGS_ONLY'] as const;
  let count = 0;
  for (const change of changes)
    for (let bits = 0; bits < 2 ** 10; bits++)
      for (let attrIndx = 0; attrIndx < 8; attrIndx++) {
        const bit = (n: number): boolean => flags[(bits >> n) & 1] === true;
        const input: MemslotInput = {
          change,
          vmas: [
            {
              vmPfnmap: bit(0),
              vmMixedmap: bit(1),
              vmAllowAnyUncached: bit(2),
              vmMteAllowed: bit(3),
              attrIndx: attrIndx as 0,
            },
          ],
          fwb: bit(4),
          dic: bit(5),
          logDirtyPages: bit(6),
          readonly: bit(7),
          vmHasMte: bit(8),
          beyondIpa: bit(9),
        };
        const refused = prepareMemoryRegion('v6.17', input).verdict === 'refused';
        if (refused && prepareMemoryRegion('v6.16', input).verdict === 'accepted') count += 1;
      }
  return count;
}

describe('coverage', () => {
  const everyRow = (question: Question, kernel: Kernel) =>
    [...wholeTable(question, kernel).rows].map(({ input }) => ({ kernel, input }));

  it('of nothing is nothing', () => {
    expect(coverage('checkExtension', [])).toEqual({
      question: 'checkExtension',
      rows: { reached: 0, of: 0 },
      rules: [],
      refused: 0,
      beside: 0,
    });
  });

  it('of all rows reaches every rule, and of one row what its steps say', () => {
    for (const question of small()) {
      const all = coverage(question, everyRow(question, 'v7.3'));
      expect(all.rows.reached).toBe(all.rows.of);
      expect(all.rules.filter(({ runs }) => runs === 0)).toEqual([]);
    }
    const one = coverage('checkExtension', [{ kernel: 'v6.17', input: { fwb: true, dic: false } }]);
    expect(one.rows).toEqual({ reached: 1, of: 64 });
    expect(one.rules.filter(({ runs }) => runs > 0).map((r) => [r.check, r.answer])).toEqual([
      ['kvm && kvm_vm_is_protected(kvm)', false],
      ['!kvm', false],
      ['kvm_supports_cacheable_pfnmap()', false],
    ]);
    expect(one.rules.some(({ check, answer }) => check === '!kvm' && answer === true)).toBe(true);
  });

  it('counts an input once, however it is written, and tells refused and unlisted runs apart', () => {
    const runs = [
      { fwb: true, dic: true },
      { fwb: true, dic: true, vmFd: true, idc: false },
      { fwb: 1, dic: true },
    ].map((input) => ({ kernel: 'v7.3' as const, input }));
    expect(coverage('checkExtension', runs)).toMatchObject({
      rows: { reached: 1, of: 64 },
      refused: 1,
      beside: 0,
    });
    const slot = { vmas: [], fwb: true, dic: true };
    expect(coverage('prepareMemoryRegion', [{ kernel: 'v6.16', input: slot }])).toMatchObject({
      rows: { reached: 0, of: 32_768 },
      beside: 1,
    });
  });

  it('never throws, whatever is asked', () => {
    fc.assert(
      fc.property(asked, ({ question, kernel, input }) => {
        if (!small().includes(question)) return;
        const { refused, rows, beside } = coverage(question, [{ kernel, input }]);
        expect(refused + rows.reached + beside).toBe(1);
      }),
    );
    expect(coverage('checkExtension', [{ kernel: 'v1' as never, input: {} }]).error?.code).toBe(
      'unknown-kernel',
    );
    expect(coverage('granule', []).error?.code).toBe('not-finite');
  });
});
