import { describe, expect, it } from 'vitest';
import { handleFault, KERNELS, type FaultDecision, type FaultInput, type Kernel } from 'stage-two';

// Expectations: the ordered exits of user_mem_abort() in the project's facts, and its list of what
// a re-implementation gets wrong (C1, CODE617, CODE734).

const since617: readonly Kernel[] = ['v6.17', 'v7.3'];
const before73: readonly Kernel[] = ['v6.16', 'v6.17'];
const cacheable = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const device = { vmPfnmap: true, attrIndx: 'MT_DEVICE_nGnRnE' } as const;

function ask(kernel: Kernel, input: Partial<FaultInput>): FaultDecision {
  return handleFault(kernel, { vma: cacheable, fwb: false, dic: false, access: 'read', ...input });
}

describe.each(since617)('cacheable PFNMAP, %s', (kernel) => {
  it.each([
    [false, false, 'fails'],
    [true, false, 'fails'],
    [false, true, 'fails'],
    [true, true, 'mapped'],
  ])('FWB %s, DIC %s: %s', (fwb, dic, verdict) => {
    expect(ask(kernel, { fwb, dic }).verdict).toBe(verdict);
  });

  it('counts AttrIndx 0, 1 and 5 to 7 as cacheable', () => {
    const failing = [0, 1, 2, 3, 4, 5, 6, 7].filter(
      (attrIndx) => ask(kernel, { vma: { vmPfnmap: true, attrIndx } }).errno === 'EFAULT',
    );
    expect(failing).toEqual([0, 1, 5, 6, 7]);
  });

  it('fails before it looks at an instruction fetch', () => {
    expect(ask(kernel, { access: 'exec' }).errno).toBe('EFAULT');
    expect(ask('v6.16', { access: 'exec' }).injected).toBe('instruction abort');
  });

  it('keeps W on a read with dirty logging, because the page is special', () => {
    const logged = ask(kernel, { fwb: true, dic: true, dirtyLogging: true });
    expect(logged.mapping?.w).toBe(true);
    const ram = ask(kernel, { fwb: true, dic: true, dirtyLogging: true, pfnIsMapMemory: true });
    expect(ram.mapping?.w).toBe(false);
  });

  it('is executable, whatever the access', () => {
    expect(ask(kernel, { fwb: true, dic: true }).mapping?.x).toBe(true);
  });
});

describe.each(KERNELS)('%s', (kernel) => {
  it('maps RAM Normal cacheable, even under a Device VMA', () => {
    const { mapping } = ask(kernel, { vma: device, pfnIsMapMemory: true });
    expect(mapping).toMatchObject({ memType: 'NORMAL', memAttr: 0xf });
  });

  it('reads VM_ALLOW_ANY_UNCACHED only where the page is not cacheable', () => {
    const vma = { ...device, vmAllowAnyUncached: true };
    expect(ask(kernel, { vma }).mapping).toMatchObject({ memType: 'NORMAL_NC', memAttr: 5 });
    expect(ask(kernel, { vma: device }).mapping).toMatchObject({ memType: 'DEVICE', memAttr: 1 });
    expect(ask(kernel, { vma, pfnIsMapMemory: true }).mapping?.memType).toBe('NORMAL');
  });

  it('marks every writable mapping dirty, logging or not', () => {
    expect(ask(kernel, { vma: device }).markedDirty).toBe(true);
    expect(ask(kernel, { vma: device, mapWritable: false }).markedDirty).toBe(false);
  });

  it('asks about MTE only for translation faults on cacheable pages', () => {
    const mte = { vmHasMte: true, pfnIsMapMemory: true, access: 'write' } as const;
    expect(ask(kernel, mte).errno).toBe('EFAULT');
    expect(ask(kernel, { ...mte, permissionFault: true }).verdict).toBe('relaxed');
    expect(ask(kernel, { vma: device, vmHasMte: true }).verdict).toBe('mapped');
    const allowed = { ...mte, vma: { ...cacheable, vmMteAllowed: true } };
    expect(ask(kernel, allowed).mteTagsSanitised).toBe(true);
  });

  it('gives SIGBUS for a poisoned page and EFAULT for one that is not found', () => {
    expect(ask(kernel, { pfnLookup: 'hwpoison' })).toMatchObject({ verdict: 'signalled', ret: 0 });
    expect(ask(kernel, { pfnLookup: 'error' })).toMatchObject({ verdict: 'fails', ret: -14 });
    expect(ask(kernel, { vma: null, pfnLookup: 'hwpoison' }).verdict).toBe('fails');
  });
});

describe('what changed with v6.17', () => {
  it('v6.16 maps what is no RAM non-cacheable, whatever the VMA says', () => {
    for (const vma of [cacheable, { vmMixedmap: true }, {}]) {
      expect(ask('v6.16', { vma, fwb: true, dic: true }).mapping?.memType).toBe('DEVICE');
    }
  });

  it('later a page that is no RAM is Normal without PFNMAP and MIXEDMAP', () => {
    for (const kernel of since617) expect(ask(kernel, { vma: {} }).mapping?.memType).toBe('NORMAL');
  });
});

describe('what changed with v7.3', () => {
  it('a permission read is refused first of all until v6.17, then handled', () => {
    const input = { permissionFault: true, vma: device };
    for (const kernel of before73) {
      expect(ask(kernel, input).because).toHaveLength(1);
      expect(ask(kernel, { ...input, vma: null }).because).toHaveLength(1);
    }
    expect(ask('v7.3', input)).toMatchObject({ verdict: 'relaxed', mapping: { memAttr: null } });
  });

  it('an early exit drops the page reference', () => {
    for (const kernel of before73)
      expect(ask(kernel, { vma: device, access: 'exec' }).pageReleased).toBe('no');
    expect(ask('v7.3', { vma: device, access: 'exec' }).pageReleased).toBe('unused');
  });

  it('MTE refusal comes before a race, and after it until v6.17', () => {
    const both = { vmHasMte: true, pfnIsMapMemory: true, invalidateRetry: true };
    for (const kernel of before73) expect(ask(kernel, both).verdict).toBe('retry');
    expect(ask('v7.3', both).verdict).toBe('fails');
  });

  it('an unsupported exclusive or atomic access gives the guest a data abort', () => {
    const input = { exclAtomicFault: true, fwb: true, dic: true };
    expect(ask('v7.3', input)).toMatchObject({
      verdict: 'injected',
      injected: 'data abort',
      ret: 1,
    });
    expect(ask('v7.3', { ...input, vma: device, access: 'exec' }).injected).toBe(
      'instruction abort',
    );
    for (const kernel of before73) expect(ask(kernel, input).error?.code).toBe('not-in-kernel');
  });

  it.each([
    ['v6.17', { permissionFault: true, access: 'write' }, 'none'],
    ['v6.17', { permissionFault: true, access: 'write', dirtyLogging: true }, 'host'],
    ['v6.17', { permissionFault: true, access: 'exec', dirtyLogging: true }, 'none'],
    ['v7.3', { permissionFault: true, access: 'exec', dirtyLogging: true }, 'host'],
    ['v7.3', { permissionFault: true, access: 'read' }, 'none'],
    ['v7.3', { permissionFault: true, access: 'read', pkvmHost: true }, 'hyp'],
    ['v6.16', { pkvmHost: true }, 'hyp'],
  ] as const)('%s tops up for %o: %s', (kernel, input, memcache) => {
    expect(ask(kernel, { ...input, pfnIsMapMemory: true }).memcache).toBe(memcache);
  });
});
