import { expect, test } from 'vitest';
import { readObservations } from '../../src/book/lists/observations.ts';
import { contentDir } from '../../src/book/places.ts';
import { toHtmlString } from '../../src/figures/show/node.ts';
import { renderShow } from '../../src/figures/show/index.ts';
import {
  checkExtension,
  decodeStage2MemAttr,
  describe,
  explore,
  handleFault,
  prepareMemoryRegion,
} from '../../src/model/index.ts';
import { allRows, compare } from '../../src/observations/compare.ts';
import { byRank } from '../../src/observations/rank.ts';
import { seenIn } from '../../src/observations/seen.ts';
import { changed, withBoth, withNeither } from './support/made.ts';

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const yes = { fwb: true, dic: true };
const no = { fwb: false, dic: false };
const seen = seenIn([withBoth, withNeither]);
const LOAD = '/observations/7.3.4/#case-pfnmap-hole-remap-cacheable-load';

/** The mark on what `show` draws of a value; null where there is none. */
function markOn(value: unknown, known = seen): string | null {
  const html = toHtmlString(renderShow(describe(value), { seen: known }));
  const marks = [...html.matchAll(/<a class="seen" href="([^"]+)">seen on ([^<]+)<\/a>/g)];
  expect(marks.length).toBeLessThanOrEqual(1);
  expect(html).not.toContain('data-decision');
  return marks[0] ? `${marks[0][1]} ${marks[0][2]}` : null;
}

test.each([
  ['a memslot with both', prepareMemoryRegion('v7.3', { vmas: [vma], ...yes }), 'neoverse-v1'],
  ['a memslot with neither', prepareMemoryRegion('v7.3', { vmas: [vma], ...no }), 'neoverse-n1'],
  ['a load with both', handleFault('v7.3', { vma, ...yes, access: 'read' }), 'neoverse-v1'],
])('%s was seen, and says where', (_, decision, cpu) => {
  expect(markOn(decision)).toBe(`${LOAD} Linux 7.3.4, ${cpu}`);
});

const read = handleFault('v7.3', { vma, ...yes, access: 'read' });

/** The same answer, with one of its steps changed. */
const withStep = (change: object): object => ({
  ...read,
  because: read.because.map((step, i) => (i === 0 ? { ...step, ...change } : step)),
});

test.each([
  ['another kernel', handleFault('v6.17', { vma, ...yes, access: 'read' })],
  ['another host', handleFault('v7.3', { vma, ...no, access: 'read' })],
  ['another type', handleFault('v7.3', { vma: { ...vma, attrIndx: 2 }, ...yes, access: 'read' })],
  ['another flag', handleFault('v7.3', { vma: { attrIndx: 0 }, ...yes, access: 'read' })],
  ['dirty logging', handleFault('v7.3', { vma, ...yes, access: 'read', dirtyLogging: true })],
  ['two VMAs', prepareMemoryRegion('v7.3', { vmas: [vma, vma], ...yes })],
  ['an answer with another error', { ...read, errno: 'EFAULT' }],
  ['an answer with another verdict', { ...read, verdict: 'fails' }],
  ['an answer with another leaf', { ...read, mapping: { ...read.mapping, memAttr: 1 } }],
  ['an answer without its checks', { ...read, because: [] }],
  ['an answer with another source', withStep({ source: ['V10-5'] })],
  ['an answer from another function', withStep({ in: 'kvm_handle_guest_abort' })],
  ['an answer with another check', withStep({ check: 'kvm_is_lucky()' })],
  ['an answer with another input', withStep({ inputs: { fwb: false } })],
  ['an answer that is only assumed', withStep({ status: 'assumed' })],
  ['an answer decided elsewhere', withStep({ decides: !read.because[0]?.decides })],
  ['an answer with a check more', { ...read, because: [...read.because, ...read.because] }],
  ['an answer with another kernel', { ...read, kernel: 'v6.17' }],
  ['an answer with a name of its own', { ...read, verdict: 'fails', toJSON: () => read }],
  ['attributes', decodeStage2MemAttr(6, { fwb: true })],
  ['a search', explore({ policy: 'fallback-to-device', host: no, property: 'noLeak' })],
  ['text', 'mapped'],
])('%s was not', (_, value) => expect(markOn(value)).toBeNull());

test('what a reader copied whole is as true as the answer itself', () => {
  expect(markOn(structuredClone(read))).toContain(LOAD);
  expect(markOn({ ...read, unseen: 'a field that nobody draws' })).toContain(LOAD);
});

test('a size is part of what was seen', () => {
  const sized = compare(withBoth).cases.flatMap(({ rows }) =>
    rows.flatMap(({ decisions }) =>
      decisions.filter((one) => one.question === 'handleFault' && one.mapping?.size?.shift === 12),
    ),
  );
  expect(sized.length).toBeGreaterThan(0);
  const [one] = sized;
  expect(markOn(one)).toContain(LOAD);
  const size = { shift: 21, ipaBack: 0, pfnBack: 0 };
  expect(
    markOn(one && 'mapping' in one && { ...one, mapping: { ...one.mapping, size } }),
  ).toBeNull();
  const large = changed(withBoth, (kept) => ({
    ...kept,
    map: kept.map.map((call) => ({ ...call, size: 2 << 20 })),
  }));
  expect(markOn(one, seenIn([large]))).toBeNull();
});

const runs = readObservations(contentDir()).runs.toSorted(byRank);
const known = seenIn(runs);

test('of the recorded runs, each answer that agrees has its mark', () => {
  const agreed = runs
    .filter(({ mode }) => mode === 'VHE')
    .slice(0, 3)
    .flatMap((run) => allRows(compare(run)))
    .filter(({ point, verdict }) => point === 'memslot' && verdict === 'agrees');
  expect(agreed.length).toBeGreaterThan(900);
  const decisions = agreed.flatMap((row) => row.decisions);
  const each = new Map(decisions.map((one) => [JSON.stringify(one), one]));
  expect(each.size).toBeGreaterThan(10);
  for (const one of each.values())
    expect(markOn(one, known)).toContain('/observations/7.3.4/#case-');
});

test('a kernel that was not booted has no mark, and one whose successor was has one', () => {
  expect(markOn(checkExtension('7.1', yes), known)).toBeNull();
  expect(markOn(checkExtension('v6.17', yes), known)).toContain('/observations/7.1.13/#case-');
});
