import { describe, expect, it } from 'vitest';
import { drawingNamed } from '../../../src/figures/drawing/list.ts';

const end = async (name: string, set: Record<string, string>): Promise<[string, string]> => {
  const { preset, frames } = await drawingNamed(name);
  const [frame] = frames({ ...preset, ...set });
  return [frame?.word ?? '', frame?.title ?? ''];
};

describe('the ladder of the memslots', () => {
  // CODE734: kvm_set_memory_region(), then kvm_arch_prepare_memory_region(), in this order.
  it.each([
    [{}, 'EINVAL', 'Stopped at gate 9 of 9'],
    [{ log: '1' }, 'EINVAL', 'Stopped at gate 8 of 9'],
    [{ log: '1', mte: '1' }, 'EINVAL', 'Stopped at gate 7 of 9'],
    [{ log: '1', mte: '1', ipa: '1' }, 'EFAULT', 'Stopped at gate 4 of 9'],
    [{ ipa: '1', overlap: '1' }, 'EEXIST', 'Stopped at gate 3 of 9'],
    [{ overlap: '1', geometry: '1' }, 'EINVAL', 'Stopped at gate 2 of 9'],
    [{ geometry: '1', flag: '1' }, 'EINVAL', 'Stopped at gate 1 of 9'],
    [{ fwb: '1' }, 'EINVAL', 'Stopped at gate 9 of 9'],
    [{ dic: '1' }, 'EINVAL', 'Stopped at gate 9 of 9'],
    [{ fwb: '1', dic: '1' }, 'accepted', 'Through to the end'],
    [{ cacheable: '0' }, 'accepted', 'Through to the end'],
  ])('%j ends with %s', async (set, word, title) => {
    expect(await end('memslots', set)).toEqual([word, title]);
  });
});

describe('the road of the fault', () => {
  // CODE734: user_mem_abort() and the functions that it is made of.
  it.each([
    [{}, 'EFAULT', 'Off the road in kvm_s2_fault_pin_pfn'],
    [{ host: '1' }, 'goes on', 'To the end of the road'],
    [{ page: 'bar' }, 'goes on', 'To the end of the road'],
    [{ page: 'bar', access: 'exec' }, 'gets an abort', 'Off the road in kvm_s2_fault_compute_prot'],
    [{ page: 'ram' }, 'goes on', 'To the end of the road'],
    [{ page: 'none' }, 'EFAULT', 'Off the road in kvm_s2_fault_get_vma_info'],
    [{ page: 'poison' }, 'gets SIGBUS', 'Off the road in kvm_s2_fault_pin_pfn'],
  ])('%j ends with %s', async (set, word, title) => {
    expect(await end('the-fault', set)).toEqual([word, title]);
  });
});

describe('the wall of block sizes', () => {
  // L-LEAF, CODE734: since v7.3 the host's leaf decides; before, vm_pgoff of the VMA came first.
  it.each([
    [{ kernel: 'v7.3', leaf: '12' }, '4 KB'],
    [{ kernel: 'v7.3', leaf: '21' }, '2 MB'],
    [{ kernel: 'v7.3', leaf: '30' }, '2 MB'],
    [{ kernel: 'v7.3', leaf: '21', slot: '12' }, '4 KB'],
    [{ kernel: 'v6.16', leaf: '12' }, '2 MB'],
    [{ kernel: 'v6.17', leaf: '12' }, '2 MB'],
    [{ kernel: 'v6.16', leaf: '21', pgoff: 'odd' }, '4 KB'],
    [{ kernel: 'v6.17', leaf: '21', pgoff: 'odd' }, '2 MB'],
  ])('%j maps %s', async (set, size) => {
    const [, title] = await end('block-sizes', set);
    expect(title).toMatch(new RegExp(`maps ${size}$`));
  });
});

describe('two ways to one page', () => {
  // SAIL94 for the combined type: without FWB stage 2 only takes away, with it 0110 forces WB.
  it.each([
    [{}, 'they disagree'],
    [{ guest: 'wb' }, 'they agree'],
    [{ fwb: '1' }, 'they agree'],
    [{ fwb: '1', kvm: 'nc' }, 'they disagree'],
    [{ guest: 'wb', kvm: 'device' }, 'they disagree'],
    [{ kvm: 'device', owner: 'device' }, 'they agree'],
  ])('%j: %s', async (set, word) => {
    const [said] = await end('two-translations', set);
    expect(said).toBe(word);
  });
});

/** The words of the verdicts of a story, frame by frame; a frame without one has none. */
async function ends(name: string, set: Record<string, string>): Promise<string[]> {
  const { preset, frames } = await drawingNamed(name);
  return frames({ ...preset, ...set }).flatMap(({ word }) => (word === undefined ? [] : [word]));
}

describe('two mappings that disagree', () => {
  // ARM-ARM, mismatched attributes: what software owes before and after each kind of access.
  it.each([
    [{ story: 'stale' }, 'stale read'],
    [{ story: 'stale', after: '1', clean: 'owner-cvac' }, 'latest value'],
    [{ story: 'stale', after: '2' }, 'stale read'],
    [{ story: 'hidden' }, 'stale read'],
    [{ story: 'hidden', after: '2', clean: 'owner-cvac' }, 'stale read'],
    [{ story: 'hidden', after: '2', clean: 'owner-civac' }, 'latest value'],
    [{ story: 'lost' }, 'stale read'],
    [{ story: 'lost', after: '1', clean: 'owner-cvac' }, 'latest value'],
    [{ story: 'lost', after: '2' }, 'stale read'],
  ])('%j: %s', async (set, word) => expect(await ends('memory-types', set)).toEqual([word]));
});

describe('a page that nobody cleaned', () => {
  // V3-CAT10, V3-JGG14: FWB is enough for data, and fetches need DIC.
  it.each([
    [{ fwb: '0', dic: '0', guest: 'nc', does: 'read' }, 'leak'],
    [{ fwb: '1', dic: '0', guest: 'nc', does: 'read' }, 'reads zeros'],
    [{ fwb: '1', dic: '0', does: 'fetch' }, 'stale fetch'],
    [{ fwb: '1', dic: '1', does: 'fetch' }, 'fetches zeros'],
    [{ fwb: '1', dic: '1', guest: 'nc', does: 'fetch' }, 'fetches zeros'],
    [{ fwb: '0', dic: '1', guest: 'nc', does: 'fetch' }, 'stale fetch'],
  ])('%j: %s', async (set, word) => expect(await ends('fwb-and-dic', set)).toEqual([word]));
});
