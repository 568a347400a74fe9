import { describe, expect, it } from 'vitest';
import {
  handleFault,
  prepareMemoryRegion,
  type FaultDecision,
  type FaultInput,
  type Kernel,
  type MemslotInput,
  type Vma,
} from 'stage-two';

// Expectations: the counts that the project's facts give for the complete tables ("What changed").

const flags = [false, true];

function* faults(): Generator<FaultInput> {
  const kinds: Vma[] = [{}, { vmPfnmap: true }, { vmMixedmap: true }];
  const mte = [
    { vmHasMte: false, vmMteAllowed: true },
    { vmHasMte: true, vmMteAllowed: true },
    { vmHasMte: true, vmMteAllowed: false },
  ];
  for (const kind of kinds)
    for (const attrIndx of [0, 1, 2, 3, 4])
      for (const vmAllowAnyUncached of flags)
        for (const pfnIsMapMemory of flags)
          for (const fwb of flags)
            for (const dic of flags)
              for (const access of ['read', 'write', 'exec'] as const)
                for (const permissionFault of flags)
                  for (const dirtyLogging of flags)
                    for (const mapWritable of access === 'write' ? [true] : flags)
                      for (const { vmHasMte, vmMteAllowed } of mte)
                        yield {
                          vma: { ...kind, attrIndx, vmAllowAnyUncached, vmMteAllowed },
                          pfnIsMapMemory,
                          fwb,
                          dic,
                          access,
                          permissionFault,
                          dirtyLogging,
                          mapWritable,
                          vmHasMte,
                        };
}

/** The VMAs of the complete table: none, one, or two, as bit sets. */
function vmaLists(): Vma[][] {
  const vma = (bits: number): Vma => ({
    vmPfnmap: (bits & 1) !== 0,
    attrIndx: (bits & 2) !== 0 ? 0 : 2,
    vmMteAllowed: (bits & 4) !== 0,
    vmMixedmap: (bits & 8) !== 0,
  });
  const first = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14].map(vma);
  const second = [0, 1, 2, 3, 4, 5, 6, 7].map(vma);
  return [[], ...first.map((a) => [a]), ...first.flatMap((a) => second.map((b) => [a, b]))];
}

function* memslots(): Generator<MemslotInput> {
  for (const change of ['CREATE', 'DELETE', 'MOVE', 'FLAGS_ONLY'] as const)
    for (const beyondIpa of flags)
      for (const logDirtyPages of flags)
        for (const vmHasMte of flags)
          for (const fwb of flags)
            for (const dic of flags)
              for (const vmas of vmaLists())
                yield { change, beyondIpa, logDirtyPages, vmHasMte, fwb, dic, vmas };
}

/** What a row of the table holds: all but the name of the kernel and the steps. */
function outputs(decision: FaultDecision): string {
  return JSON.stringify({ ...decision, kernel: null, because: null, memcache: null });
}

function differing(a: Kernel, b: Kernel): [FaultDecision, FaultDecision][] {
  return [...faults()]
    .map((input): [FaultDecision, FaultDecision] => [handleFault(a, input), handleFault(b, input)])
    .filter(([x, y]) => outputs(x) !== outputs(y));
}

describe('the complete table of faults', () => {
  it('has 14400 rows', () => expect([...faults()]).toHaveLength(14400));

  it('v6.16 to v6.17: 3456 rows differ', () =>
    expect(differing('v6.16', 'v6.17')).toHaveLength(3456));

  it('v6.17 to v7.3: 5184 rows differ, half of them in the page reference only', () => {
    const rows = differing('v6.17', 'v7.3');
    const referenceOnly = rows.filter(
      ([a, b]) => outputs({ ...a, pageReleased: null }) === outputs({ ...b, pageReleased: null }),
    );
    expect([rows.length, referenceOnly.length]).toEqual([5184, 2592]);
  });
});

describe('the complete table of memslots', () => {
  const rows = [...memslots()];
  const changed = (a: Kernel, b: Kernel) =>
    rows.filter((input) => prepareMemoryRegion(a, input).ret !== prepareMemoryRegion(b, input).ret)
      .length;

  it('has 13952 rows', () => expect(rows).toHaveLength(13952));
  it('v6.16 to v6.17: 432 rows differ', () => expect(changed('v6.16', 'v6.17')).toBe(432));
  it('v6.17 to v7.3: none', () => expect(changed('v6.17', 'v7.3')).toBe(0));
});
