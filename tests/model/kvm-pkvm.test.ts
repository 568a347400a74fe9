import { describe, expect, it } from 'vitest';
import {
  checkExtension,
  handleProtectedFault,
  pkvmMap,
  prepareMemoryRegion,
  renderText,
  type PkvmMapInput,
  type ProtectedFaultInput,
} from 'stage-two';

// Expectations: exercise 25 and the facts about pKVM.

const errno = (input: PkvmMapInput) => pkvmMap('v7.3', input).errno;

describe('the map hypercall for a VM that is not protected', () => {
  it('takes a page of memory', () => {
    expect(pkvmMap('v7.3', {})).toMatchObject({ verdict: 'accepted', ret: 0 });
  });

  it.each([
    [{ memType: 'DEVICE' }, 'EINVAL'],
    [{ memType: 'NORMAL_NC' }, 'EINVAL'],
    [{ beyondHostRange: true }, 'EINVAL'],
    [{ badSize: true }, 'EINVAL'],
    [{ acrossBorder: true }, 'EINVAL'],
    [{ region: 'not-memory' }, 'EPERM'],
    [{ region: 'nomap' }, 'EPERM'],
  ] as const)('refuses %o with %s', (input, expected) => expect(errno(input)).toBe(expected));

  it('looks at the bits first and at the memory last', () => {
    const all = {
      memType: 'DEVICE',
      beyondHostRange: true,
      badSize: true,
      acrossBorder: true,
      region: 'nomap',
    } as const;
    const checks = (input: PkvmMapInput) => pkvmMap('v7.3', input).because.length;
    expect(checks(all)).toBe(1);
    expect(checks({ ...all, memType: 'NORMAL' })).toBe(2);
    expect(checks({ badSize: true, acrossBorder: true, region: 'nomap' })).toBe(3);
    expect(checks({ acrossBorder: true, region: 'nomap' })).toBe(4);
    expect(errno({ acrossBorder: true, region: 'nomap' })).toBe('EINVAL');
    expect(checks({ region: 'nomap' })).toBe(5);
  });

  it('makes no VFIO PFNMAP work, though the capability says 1 and the memslot is accepted', () => {
    const host = { fwb: true, dic: true };
    expect(checkExtension('v7.3', { ...host, pkvmHost: true }).ret).toBe(1);
    expect(prepareMemoryRegion('v7.3', { ...host, vmas: [{ vmPfnmap: true }] }).ret).toBe(0);
    expect(errno({ memType: 'NORMAL', region: 'not-memory' })).toBe('EPERM');
    expect(errno({ memType: 'DEVICE', region: 'not-memory' })).toBe('EINVAL');
  });

  it('was read and not evaluated, in v7.3 only, and says so', () => {
    const { because } = pkvmMap('v7.3', {});
    expect(because.every((step) => step.status === 'read')).toBe(true);
    expect(renderText(pkvmMap('v7.3', {}))).toContain('This was read, not evaluated.');
    for (const kernel of ['v6.16', 'v6.17'] as const) {
      expect(pkvmMap(kernel, {})).toMatchObject({ verdict: 'unknown', ret: null });
      expect(renderText(pkvmMap(kernel, {}))).toContain('not read in this kernel');
    }
  });
});

describe('a fault of a protected VM', () => {
  const fault = (more: Partial<ProtectedFaultInput> = {}) =>
    handleProtectedFault('v7.3', { fwb: true, ...more });

  it('maps a page that can be pinned: Normal cacheable, RWX', () => {
    expect(fault()).toMatchObject({
      verdict: 'mapped',
      mapping: {
        action: 'map',
        memType: 'NORMAL',
        memAttr: 6,
        r: true,
        w: true,
        x: true,
        exec: 'both',
      },
    });
    expect(fault({ fwb: false }).mapping?.memAttr).toBe(0xf);
  });

  it('exercise 25: pin result EFAULT is EFAULT', () => {
    expect(fault({ pin: 'fails' })).toMatchObject({ verdict: 'fails', errno: 'EFAULT' });
  });

  it('fails in this order: ENOMEM, SIGBUS, EFAULT, EIO', () => {
    const pages = { memcacheTopUp: 'fails', pin: 'hwpoison', swapBacked: false } as const;
    expect(fault(pages)).toMatchObject({ errno: 'ENOMEM', ret: -12 });
    expect(fault({ pin: 'hwpoison', swapBacked: false })).toMatchObject({
      verdict: 'signalled',
      ret: 0,
    });
    expect(fault({ pin: 'fails', swapBacked: false }).errno).toBe('EFAULT');
    expect(fault({ swapBacked: false })).toMatchObject({ errno: 'EIO', ret: -5 });
  });

  it('takes a PFNMAP page for one that cannot be pinned, unless the pin is given', () => {
    expect(fault({ vmPfnmap: true }).errno).toBe('EFAULT');
    expect(fault({ vmPfnmap: true }).because.map((step) => step.status)).toContain('read');
    expect(fault({ vmPfnmap: true, pin: 'ok' }).verdict).toBe('mapped');
    expect(fault().because.every((step) => step.status === undefined)).toBe(true);
  });

  it('does not come up before v7.3', () => {
    expect(handleProtectedFault('v6.17', { fwb: true }).error?.code).toBe('not-in-kernel');
  });
});
