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

describe('who finds what after it', () => {
  // ARM-ARM: only a clean to the PoC brings the value to memory; a fetch needs IC IVAU after the clean.
  it.each([
    ['cvau', '0', 'memory is old'],
    ['cvac', '1', 'memory has it'],
    ['civac', '1', 'memory has it'],
    ['ivau', '0', 'memory is old'],
    ['setway', '0', 'memory is old'],
    ['setway', '1', 'memory is old'],
  ])('%s, written by core %s: %s', async (instruction, writer, word) => {
    const { frames } = await drawingNamed('caches-and-points');
    const last = frames({ instruction, writer }).at(-1);
    expect(last?.word).toBe(word);
    expect(last?.says).toContain('may fetch the old one');
  });

  it('set and way leaves the line of another core', async () => {
    expect(await told('caches-and-points', { instruction: 'setway', writer: '1' })).toContain(
      'nothing happens to it',
    );
  });
});

describe('what is due between a write of code and a fetch of it', () => {
  // ARM-ARM, H-DIC, H-LOU: FWB implies IDC; without FWB the page is cleaned to the PoC anyway.
  it.each([
    ['0', '0', 'Clean the data to the PoC', 'Invalidate the code'],
    ['0', '1', 'Clean the data to the PoC', 'Invalidate no code'],
    ['1', '0', 'Clean no data', 'Invalidate the code'],
    ['1', '1', 'Clean no data', 'Invalidate no code'],
  ])('FWB %s, DIC %s: %s, %s, whatever IDC', async (fwb, dic, data, code) => {
    const { preset, frames } = await drawingNamed('idc-and-dic');
    for (const idc of ['0', '1']) {
      const all = frames({ ...preset, fwb, idc, dic });
      expect(all.map(({ title }) => title).slice(1, 3)).toEqual([data, code]);
      expect(all.at(-1)?.word).toBe('new code');
    }
  });

  // The same rules, broken: what is left out and was due is missed, what was not due is not.
  it.each([
    ['0', '0', '0', 'clean', 'old code'],
    ['0', '1', '0', 'clean', 'old past the caches'],
    ['0', '1', '0', 'invalidate', 'old code'],
    ['1', '1', '0', 'clean', 'new code'],
    ['1', '0', '0', 'invalidate', 'old code'],
    ['1', '0', '1', 'invalidate', 'new code'],
  ])('FWB %s, IDC %s, DIC %s without %s: %s', async (fwb, idc, dic, without, word) => {
    const { frames } = await drawingNamed('idc-and-dic');
    expect(frames({ fwb, idc, dic, without }).at(-1)?.word).toBe(word);
  });
});

describe('what capability 243 answers', () => {
  // V10-6, CODE734: by the VM alone, 1 with FWB and DIC; C5: before, an unknown number is 0 to everybody.
  it.each([
    [{}, 'The VM answers 1'],
    [{ fwb: '0' }, 'The VM answers 0'],
    [{ dic: '0' }, 'The VM answers 0'],
    [{ protected: '1' }, 'The VM answers 0'],
    [{ on: 'file' }, '/dev/kvm answers EINVAL'],
    [{ on: 'file', fwb: '0' }, '/dev/kvm answers EINVAL'],
    [{ kernel: 'v6.16' }, 'The VM answers 0'],
    [{ kernel: 'v6.16', on: 'file' }, '/dev/kvm answers 0'],
  ])('%j: %s', async (set, title) => {
    expect(await told('asking-the-host', set)).toMatch(new RegExp(`^${title}\\.`));
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
