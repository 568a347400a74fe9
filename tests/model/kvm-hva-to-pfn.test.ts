import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, hvaToPfn, QUESTIONS, renderText, type HvaToPfnInput } from 'stage-two';
import { inputs } from './support/inputs.ts';

// Expectations: facts on where the frame comes from (read in 7.3.4), and the fact on read-only entries.

const error = (input: HvaToPfnInput) => hvaToPfn('v7.3', input).pfnError;
const RAW = { gup: 'special' } as const;

describe('hvaToPfn', () => {
  it('takes an ordinary page, also one that vm_insert_page() put under VM_MIXEDMAP', () => {
    for (const vmMixedmap of [false, true])
      expect(hvaToPfn('v7.3', { vmMixedmap })).toMatchObject({
        verdict: 'found',
        pageReference: true,
        faultInCalls: 0,
      });
  });

  it('has no answer for a raw frame under VM_MIXEDMAP alone, and one with VM_IO or VM_PFNMAP', () => {
    expect(error({ ...RAW, vmMixedmap: true })).toBe('KVM_PFN_ERR_FAULT');
    for (const more of [{ vmIo: true }, { vmPfnmap: true }])
      expect(hvaToPfn('v7.3', { ...RAW, vmMixedmap: true, ...more })).toMatchObject({
        verdict: 'found',
        pageReference: false,
      });
  });

  it('fails for a write that meets a read-only entry, without asking the driver', () => {
    const entry = { vmPfnmap: true, entry: 'readonly' } as const;
    expect(hvaToPfn('v7.3', { ...entry, writeFault: true })).toMatchObject({
      verdict: 'not-found',
      pfnError: 'KVM_PFN_ERR_RO_FAULT',
      faultInCalls: 0,
    });
    expect(hvaToPfn('v7.3', entry)).toMatchObject({ verdict: 'found', writable: false });
    const text = renderText(hvaToPfn('v7.3', { ...entry, writeFault: true }));
    expect(text).toContain('a fault of the guest ends in EFAULT');
  });

  it('asks the driver where there is no entry, and fails where its entry is read-only', () => {
    const none = { vmPfnmap: true, entry: 'none', writeFault: true } as const;
    expect(hvaToPfn('v7.3', none)).toMatchObject({ verdict: 'found', faultInCalls: 1 });
    // pfn_mkwrite: a single page comes read-only, also where the fault was a write (DRM734, MM734).
    expect(error({ ...none, faultIn: 'mapsReadonly' })).toBe('KVM_PFN_ERR_RO_FAULT');
    expect(error({ ...none, vmWrite: false })).toBe('KVM_PFN_ERR_FAULT');
  });

  it('pins no bare frame, unless the module was told to', () => {
    const pin = { vmPfnmap: true, purpose: 'pin' } as const;
    expect(error(pin)).toBe('KVM_PFN_ERR_FAULT');
    expect(error({ ...pin, unsafeMappings: true })).toBeNull();
  });

  it('does not mind VM_MIXEDMAP, nor why get_user_pages() refuses', () => {
    const one = inputs(QUESTIONS.hvaToPfn.fields) as fc.Arbitrary<HvaToPfnInput>;
    const end = (input: HvaToPfnInput) => {
      const { because, ...found } = hvaToPfn('v7.3', input);
      expect(because).not.toEqual([]);
      return found;
    };
    fc.assert(
      fc.property(one, (input) => {
        const other = { ...input, vmMixedmap: input.vmMixedmap !== true };
        expect(end(other)).toEqual(end(input));
        expect(end({ ...input, gup: 'special' })).toEqual(end({ ...input, gup: 'refused' }));
      }),
    );
  });

  it('is unknown in the kernels in which it was not read', () => {
    for (const kernel of ['v6.16', 'v6.17'] as const) {
      const decision = hvaToPfn(kernel, { vmPfnmap: true });
      expect(decision).toMatchObject({ verdict: 'unknown', pfnError: null, writable: null });
      expect(explain(decision).join(' ')).toContain('was not read');
    }
  });
});
