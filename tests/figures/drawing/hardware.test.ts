import { describe, expect, it } from 'vitest';
import { drawingNamed } from '../../../src/figures/drawing/list.ts';
import type { Values } from '../../../src/figures/form/field.ts';

const told = async (name: string, set: Values): Promise<string> => {
  const { preset, frames } = await drawingNamed(name);
  return frames({ ...preset, ...set })
    .map(({ title, says }) => `${title}. ${says}`)
    .join(' ');
};

describe('how far down an instruction works', () => {
  // ARM-ARM: to the PoC DC CVAC and DC CIVAC, to the PoU DC CVAU and IC IVAU, one level by set/way.
  it.each([
    ['cvau', 'reaches the PoU'],
    ['cvac', 'reaches the PoC'],
    ['civac', 'reaches the PoC'],
    ['ivau', 'reaches the PoU'],
    ['setway', 'reaches one cache'],
  ])('%s %s', async (instruction, words) => {
    expect(await told('caches-and-points', { instruction })).toContain(words);
  });
});

describe('what is due between a write of code and a fetch of it', () => {
  // ARM-ARM, H-DIC, H-LOU: FWB implies IDC; without FWB the page is cleaned to the PoC anyway.
  it.each([
    ['0', '0', 'Clean the data, invalidate the code'],
    ['0', '1', 'Clean the data'],
    ['1', '0', 'Invalidate the code'],
    ['1', '1', 'Nothing is due'],
  ])('FWB %s, DIC %s: %s, whatever IDC', async (fwb, dic, title) => {
    for (const idc of ['0', '1'])
      expect(await told('idc-and-dic', { fwb, idc, dic })).toMatch(new RegExp(`^${title}\\.`));
  });
});

describe('the two codings of the four bits', () => {
  // H-FWB, SAIL94: MT_S2_NORMAL 0xf takes the weaker wish, MT_S2_FWB_NORMAL 6 forces Write-Back.
  it.each([
    ['wb', '1111 gives WB, 0110 forces WB'],
    ['nc', '1111 gives NC, 0110 forces WB'],
    ['device', '1111 gives Device-nGnRE, 0110 forces WB'],
  ])('a guest that asks for %s: %s', async (asks, title) => {
    expect(await told('what-fwb-changes', { asks })).toMatch(new RegExp(`^${title}\\.`));
  });
});

describe('what KVM can reach', () => {
  // ARCH734, DAX734, G-DRV: who has a struct page and a place in the linear map.
  it.each([
    ['ram', '0', 'has an address by which it can clean'],
    ['dax', '0', 'has an address by which it can clean'],
    ['gpu', '0', 'the fault ends with EFAULT'],
    ['gpu', '1', 'it maps the page all the same'],
  ])('%s, with both features %s: %s', async (memory, host, words) => {
    expect(await told('no-struct-page', { memory, host })).toContain(words);
  });
});

describe('the hand-over of a region', () => {
  // NVG734, G-NC, N-C4: the types of the three regions; CODE734 for what KVM makes of them.
  it.each([
    ['usable', '1', 'gets WB'],
    ['usable', '0', 'refuses it with EINVAL'],
    ['reserved', '0', 'gets NC'],
    ['bar', '1', 'gets NC'],
  ])('%s, with both features %s: %s', async (region, host, words) => {
    expect(await told('vfio', { region, host })).toContain(words);
  });
});
