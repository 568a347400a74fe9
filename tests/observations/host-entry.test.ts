import { describe, expect, test } from 'vitest';
import { allRows, compare } from '../../src/observations/compare.ts';
import { evidenceDisagrees } from '../../src/observations/evidence.ts';
import { entryInWords } from '../../src/observations/host-entry.ts';
import { outcomeOf } from '../../src/observations/outcome.ts';
import type { Recorded, RecordedCase } from '../../src/observations/schema.ts';
import { before, changed, withBoth, withNeither } from './support/made.ts';

/** Bits of an entry with AttrIndx 2, Normal-NC in Linux. */
const WRITE_COMBINING: RecordedCase['host'] = {
  descriptor: '0xe8000070000fcb',
  level: 3,
  attrIndx: 2,
  mair: '0x44',
  par: '0x44',
};

/** The VMA stays cacheable, and its entries are write-combining, as TTM makes them. */
const typedApart = (run: Recorded) =>
  changed(run, (one) => ({
    ...one,
    vma: { ...one.vma, by: 'fault', entry: 'writecombine' },
    host: WRITE_COMBINING,
  }));

const rowsAt = (run: Recorded, point: string) =>
  allRows(compare(run))
    .filter((row) => row.point === point)
    .map(({ seen, model, verdict }) => `${seen}; ${model}; ${verdict}`);

const evidence = (run: Recorded) => run.cases.flatMap((one) => evidenceDisagrees(run, one));

describe('an entry typed otherwise than its VMA', () => {
  const OTHERWISE = 'typed otherwise than its VMA; typed otherwise than its VMA; agrees';

  test.each([
    ['mapped Write-Back', withBoth],
    ['refused at the memslot', withNeither],
    ['mapped Device', before],
  ])('is told where it is %s, and all answers stay those of the VMA', (_, run) => {
    const apart = typedApart(run);
    expect(rowsAt(apart, 'entry')).toEqual([OTHERWISE]);
    expect(allRows(compare(apart)).filter(({ verdict }) => verdict === 'differs')).toEqual([]);
    expect(evidence(apart)).toEqual([]);
  });

  test('has no row where the two are one, and differs where the CPU says so', () => {
    expect(rowsAt(withBoth, 'entry')).toEqual([]);
    const other = changed(typedApart(withBoth), (one) => ({
      ...one,
      host: { ...WRITE_COMBINING, par: '0xff' },
    }));
    expect(rowsAt(other, 'entry')).toEqual([
      'typed as its VMA; typed otherwise than its VMA; differs',
    ]);
  });

  test('is a question of its own: what was seen of it is not said of a VMA without it', () => {
    const names = (run: Recorded) =>
      allRows(compare(run)).flatMap(({ decisions }) =>
        decisions.flatMap(({ because }) => because.map(({ check }) => check)),
      );
    expect(names(typedApart(withBoth))).toContain('args.pgprot != vma->vm_page_prot');
    expect(names(withBoth)).not.toContain('args.pgprot != vma->vm_page_prot');
  });
});

describe('the parts of an entry that say different things', () => {
  const hosts: readonly [string, Partial<NonNullable<RecordedCase['host']>>, RegExp][] = [
    ['its descriptor', { descriptor: '0xe8000070000fc3' }, /^AttrIndx 2 .*, and 0 in its/],
    ['PAR_EL1', { par: '0xff' }, /^0x44 by MAIR_EL1, and 0xff by PAR_EL1$/],
  ];
  test.each(hosts)('%s', (_, change, says) => {
    const host = { ...WRITE_COMBINING, ...change };
    expect(evidence(changed(typedApart(withBoth), (one) => ({ ...one, host })))).toEqual([
      expect.stringMatching(says),
    ]);
  });

  test('what the case made', () => {
    const made = changed(withBoth, (one) => ({ ...one, host: WRITE_COMBINING }));
    expect(evidence(made)).toEqual(['an entry made cacheable, and MT_NORMAL_NC in its descriptor']);
  });
});

test('an entry in words, and one of which PAR_EL1 says nothing', () => {
  expect(entryInWords(WRITE_COMBINING)).toBe('MT_NORMAL_NC, MAIR 0x44, PAR_EL1 0x44');
  expect(entryInWords({ ...WRITE_COMBINING, par: null })).toMatch(/PAR_EL1 not told$/);
});

describe('2 MiB of frames that are not consecutive', () => {
  const BLOCK = 0x20_0000;
  const large = (run: Recorded, other: number, size = BLOCK) =>
    changed(run, (one) => ({
      ...one,
      vma: { ...one.vma, size: '2M', frames: 'repeated' },
      map: one.map.map((call) => ({ ...call, size })),
      frames: { mapped: 512, other },
    }));

  test('are one run from the first before, and pages of the host since', () => {
    expect(rowsAt(large(before, 256), 'frames')).toEqual([
      'one run from the first; one run from the first; agrees',
    ]);
    expect(rowsAt(large(withBoth, 0, 4096), 'frames')).toEqual(["the host's; the host's; agrees"]);
  });

  test('differ where the kernel does otherwise, either way', () => {
    expect(rowsAt(large(before, 0), 'frames')).toEqual([
      "the host's; one run from the first; differs",
    ]);
    expect(rowsAt(large(withBoth, 256, 4096), 'frames')).toEqual([
      "one run from the first; the host's; differs",
    ]);
  });

  test('are told in the outcome by their number', () => {
    const [one] = large(before, 256).cases;
    const frames = one && outcomeOf(large(before, 256), one).frames;
    expect(frames).toBe("256 of 512 pages lead to another frame than the host's");
  });
});
