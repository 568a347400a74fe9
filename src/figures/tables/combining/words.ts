import { combineStages, memoryName } from '../../../model/index.ts';
import type { Combined, Half, Shareability } from '../../../model/index.ts';
import { halfLabel } from '../mair.ts';
import { FAMILIES } from './families.ts';
import type { Family } from './families.ts';
import { memoryWords } from './memory-words.ts';
import type { Rectangle } from './rectangles.ts';

const CACHEABILITIES = ['NC', 'WT', 'WB'] as const;

const isNormal = (family: Family): boolean => family.inner !== null;
const isDevice = (family: Family): boolean => family.memory.startsWith('Device');

/** The families of stage 1 in few words: all of a kind by its name, others one by one. */
export function stage1Words(families: readonly Family[]): string {
  if (families.length === FAMILIES.length) return 'any';
  const reserved = families.filter(({ memory }) => memory === 'reserved');
  const normal = families.filter(isNormal);
  return [
    deviceWords(families.filter(isDevice)),
    normalWords(normal),
    ...reserved.map(() => 'a reserved byte'),
  ]
    .filter((words) => words !== '')
    .join('; ');
}

function deviceWords(devices: readonly Family[]): string {
  const all = FAMILIES.filter(isDevice).length;
  return devices.length === all && all > 0
    ? 'any Device'
    : devices.map(({ name }) => name).join(', ');
}

function normalWords(normal: readonly Family[]): string {
  const all = FAMILIES.filter(isNormal);
  const untagged = all.filter(({ tagged }) => !tagged);
  if (normal.length === all.length) return 'any Normal';
  if (normal.length === untagged.length && normal.every(({ tagged }) => !tagged))
    return 'any Normal that is not Tagged';
  if (normal.length < 2) return normal.map(({ name }) => name).join('');
  const halves = (of: 'inner' | 'outer'): string[] =>
    CACHEABILITIES.filter((one) => normal.some((family) => family[of] === one));
  const [inner, outer] = [halves('inner'), halves('outer')];
  const product = untagged.filter(
    (one) => inner.includes(one.inner ?? '') && outer.includes(one.outer ?? ''),
  );
  const whole = product.every((one) => normal.includes(one));
  return whole
    ? [half('inner', inner), half('outer', outer)].filter((words) => words !== '').join(', ')
    : normal.map(({ name }) => name).join('; ');
}

function half(name: string, cacheabilities: readonly string[]): string {
  if (cacheabilities.length === CACHEABILITIES.length) return '';
  return `${name} ${cacheabilities.join(' or ')}`;
}

/** Every answer for the bytes of a rectangle, with stage 1 as it entered. */
function answers({ families, memAttrs, fwb, mtePerm }: Rectangle, fnxs = false) {
  return families
    .filter(({ memory }) => memory !== 'reserved')
    .flatMap(({ bytes }) =>
      bytes.flatMap((s1) =>
        memAttrs.flatMap((memAttr) => {
          const input = { s1: { attr: s1.attr ?? 0 }, s2: { memAttr, fnxs }, fwb, mtePerm };
          return combineStages(input).permitted.map((result) => ({ s1, result }));
        }),
      ),
    );
}

/** Whose allocation hints the result has. */
export function hintsWords(rectangle: Rectangle): string {
  const words = answers(rectangle).flatMap(({ s1, result }) => [
    hintsOf(s1.inner, result.inner),
    hintsOf(s1.outer, result.outer),
  ]);
  return [...new Set(words)].filter((word) => word !== '').join('; ');
}

function hintsOf(from: Half | null, to: Half | null): string {
  if (to === null || to.hints === null) return '';
  if (from?.hints == null) return `${halfLabel(to).replace(/^\w+ /, '')} where stage 1 has none`;
  const same = from.hints === to.hints && from.transient === to.transient;
  return same ? 'of stage 1' : halfLabel(to).replace(/^\w+ /, '');
}

/** XS of the result, a constant or that of stage 1; then, where it differs, XS with FnXS set. */
export function xsWords(rectangle: Rectangle): string[] {
  const [clear, set] = [false, true].map((fnxs) => {
    const all = answers(rectangle, fnxs);
    if (all.length === 0) return '';
    const values = new Set(all.map(({ result }) => result.xs));
    if (values.size === 1) return values.has(true) ? '1' : '0';
    return all.every(({ s1, result }) => s1.xs === result.xs) ? 'of stage 1' : 'either';
  });
  const words = [clear ?? '', set ?? ''];
  return [...new Set(words)].filter((word) => word !== '');
}

/**
 * Shareability of the result: OSH, or the wider of both stages. Asked where neither stage is OSH:
 * there the two differ.
 */
export function shareabilityWords({ families, memAttrs, fwb, mtePerm }: Rectangle): string {
  const found = new Set<string>();
  for (const { bytes } of families.filter(({ memory }) => memory !== 'reserved'))
    for (const memAttr of memAttrs)
      for (const s1Sh of ['NSH', 'ISH'] as const)
        for (const s2Sh of ['NSH', 'ISH'] as const) {
          const s1 = { attr: bytes[0]?.attr ?? 0, sh: s1Sh };
          const { permitted } = combineStages({ s1, s2: { memAttr, sh: s2Sh }, fwb, mtePerm });
          for (const { shareability } of permitted)
            found.add(shareability === widerOf(s1Sh, s2Sh) ? 'wider' : shareability);
        }
  return [...found].join(' or ');
}

/** What two cacheable stages give. */
export function widerOf(s1: Shareability, s2: Shareability): string {
  const input = { s1: { attr: 0xff, sh: s1 }, s2: { memAttr: 0b1111, sh: s2 }, fwb: false };
  return combineStages(input).shareability ?? '';
}

/** More names than a cell can hold: then halves that differ are not told apart. */
const MOST_NAMES = 4;

/** What a reserved input may give, in short names; empty where nothing can be asserted. */
export function permittedNames({ permitted }: Combined): string {
  const long = [...new Set(permitted.map(memoryWords))];
  const names = long.length > MOST_NAMES ? [...new Set(permitted.map(memoryName))] : long;
  return names.join('; ');
}
