import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { handleFault, KERNELS, nearestFlips, prepareMemoryRegion, renderText } from 'stage-two';
import type { AttrIndx, Decision, FaultInput, Kernel, Vma } from 'stage-two';

/** TTM VRAM (DRM734): the VMA keeps the cacheable default, the driver types each entry by itself. */
const TTM: Vma = { vmPfnmap: true, vmIo: true, attrIndx: 0, entryAttrIndx: 'MT_NORMAL_NC' };
const CHECK = 'args.pgprot != vma->vm_page_prot';

const fault = (kernel: Kernel, vma: Vma, caps: boolean): Decision =>
  handleFault(kernel, { vma, fwb: caps, dic: caps, access: 'read' });
const slot = (kernel: Kernel, vma: Vma, caps: boolean): Decision =>
  prepareMemoryRegion(kernel, { change: 'CREATE', fwb: caps, dic: caps, vmas: [vma] });
const told = ({ because }: Decision) => because.find(({ check }) => check === CHECK);

describe('an entry that is typed otherwise than its VMA', () => {
  it('is told, and does not change what KVM does with TTM memory', () => {
    // lab.md, last section: 6.12 mapped it Device, 7.3.4 Write-Back with FWB and DIC, else it refused.
    const types = (kernel: Kernel, caps: boolean) => {
      const decision = handleFault(kernel, { vma: TTM, fwb: caps, dic: caps, access: 'read' });
      return decision.mapping?.memType ?? decision.errno;
    };
    expect(types('v6.16', true)).toBe('DEVICE');
    expect([types('v7.3', true), types('v7.3', false)]).toEqual(['NORMAL', 'EFAULT']);
    expect(slot('v7.3', TTM, false).errno).toBe('EINVAL');
    expect(slot('v7.3', TTM, true).verdict).toBe('accepted');
    for (const kernel of KERNELS)
      for (const decision of [fault(kernel, TTM, true), slot(kernel, TTM, false)])
        expect(told(decision)).toMatchObject({ answer: true, decides: false, status: 'read' });
    expect(renderText(fault('v7.3', TTM, true))).toContain(
      'The entry of the host is typed otherwise than its VMA, which KVM does not look at, because ' +
        'the entry has 2, MT_NORMAL_NC and AttrIndx is 0, MT_NORMAL.',
    );
  });

  it('is told as the same where it is, and not at all where it is not known', () => {
    const same = { ...TTM, attrIndx: 2 as const };
    expect(told(fault('v7.3', same, true))?.answer).toBe(false);
    const { entryAttrIndx, ...unknown } = TTM;
    expect(entryAttrIndx).toBe('MT_NORMAL_NC');
    expect(told(fault('v7.3', unknown, true))).toBeUndefined();
    expect(told(slot('v7.3', unknown, true))).toBeUndefined();
  });

  it('never decides, nor does VM_IO where the lookup is given', () => {
    const flag = fc.boolean();
    const vma = fc.record({
      vmPfnmap: flag,
      vmMixedmap: flag,
      vmAllowAnyUncached: flag,
      attrIndx: fc.integer({ min: 0, max: 7 }),
    });
    const asked = fc.record({
      vma,
      pfnIsMapMemory: flag,
      fwb: flag,
      dic: flag,
      access: fc.constantFrom('read', 'write', 'exec') as fc.Arbitrary<FaultInput['access']>,
    });
    const entry = fc.integer({ min: 0, max: 7 }) as fc.Arbitrary<AttrIndx>;
    const one = fc.constantFrom(...KERNELS);
    const ends = ({ because, ...end }: Decision) => [end, because.filter((s) => s.check !== CHECK)];
    fc.assert(
      fc.property(one, asked, entry, flag, (kernel, input, entryAttrIndx, vmIo) => {
        const more = { ...input.vma, entryAttrIndx, vmIo };
        expect(ends(handleFault(kernel, { ...input, vma: more }))).toEqual(
          ends(handleFault(kernel, input)),
        );
        const create = { change: 'CREATE', fwb: input.fwb, dic: input.dic } as const;
        expect(ends(prepareMemoryRegion(kernel, { ...create, vmas: [more] }))).toEqual(
          ends(prepareMemoryRegion(kernel, { ...create, vmas: [input.vma] })),
        );
        expect(slot(kernel, more, input.dic).verdict).not.toBe('invalid');
      }),
    );
  });

  it('is no change that a search proposes', () => {
    const input = { vma: TTM, fwb: true, dic: false, access: 'read' } as const;
    const fields = nearestFlips('handleFault', 'v7.3', input).flatMap(({ changes }) =>
      changes.map(({ field }) => field),
    );
    expect(fields).toContain('dic');
    expect(fields).not.toContain('vma.entryAttrIndx');
  });

  it('is refused where it is no AttrIndx', () => {
    const vma = { ...TTM, entryAttrIndx: 9 };
    const { error } = handleFault('v7.3', { vma, fwb: true, dic: true, access: 'read' });
    expect(error).toMatchObject({ received: 'vma.entryAttrIndx = 9 (a number)' });
  });
});
