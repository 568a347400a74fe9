import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  handleFault,
  KERNELS,
  vncrPage,
  type ExecAt,
  type FaultInput,
  type Kernel,
  type NestedLeaf,
} from 'stage-two';

// Expectations: exercise 25 and the facts about shadow stage 2.

const PC = { vma: { vmPfnmap: true }, fwb: true, dic: true } as const;
const RAM = { vma: {}, pfnIsMapMemory: true, fwb: true, dic: true } as const;

/** Type and permissions of the mapping, such as "NORMAL R"; else the error. */
function mapped(kernel: Kernel, input: FaultInput, nested: NestedLeaf, xnx = false): string {
  const { mapping, errno, error } = handleFault(kernel, { ...input, nested, xnx });
  if (mapping === null) return errno ?? error?.code ?? 'nothing';
  const may = `${mapping.r ? 'R' : ''}${mapping.w ? 'W' : ''}${mapping.x ? 'X' : ''}`;
  return `${mapping.memType} ${may}${mapping.x && mapping.exec !== 'both' ? mapping.exec : ''}`;
}

describe('exercise 25', () => {
  it('a cacheable PFNMAP behind an L1 leaf that is read-only and not executable: R', () => {
    const leaf = { writable: false, exec: 'none' } as const;
    expect(mapped('v7.3', { ...PC, access: 'read' }, leaf)).toBe('NORMAL R');
  });
});

describe('the L1 leaf', () => {
  it('takes reads and writes away in every kernel', () => {
    for (const kernel of KERNELS) {
      const read = { ...RAM, access: 'read' } as const;
      expect(mapped(kernel, read, { readable: false, exec: 'none' })).toBe('NORMAL W');
      expect(mapped(kernel, read, { writable: false, exec: 'none' })).toBe('NORMAL R');
      expect(mapped(kernel, read, {})).toBe('NORMAL RWX');
    }
  });

  it('that is not executable: DIC gives no X, but until v6.17 a fetch still does', () => {
    const none = { exec: 'none' } as const;
    for (const kernel of KERNELS)
      expect(mapped(kernel, { ...RAM, access: 'read' }, none)).toBe('NORMAL RW');
    const fetches = KERNELS.map((kernel) => mapped(kernel, { ...RAM, access: 'exec' }, none));
    expect(fetches).toEqual(['NORMAL RWX', 'NORMAL RWX', 'NORMAL RW']);
  });

  it('masks EL0 and EL1 one by one in v7.3 with FEAT_XNX', () => {
    const fetch = { ...RAM, access: 'exec' } as const;
    expect(mapped('v7.3', fetch, { exec: 'EL0' }, true)).toBe('NORMAL RWXEL0');
    expect(mapped('v7.3', fetch, { exec: 'EL1' }, true)).toBe('NORMAL RWXEL1');
    expect(mapped('v7.3', fetch, { exec: 'EL0' })).toBe('contradiction');
    expect(mapped('v6.17', fetch, { exec: 'EL0' }, true)).toBe('not-in-kernel');
    expect(mapped('v6.17', fetch, { exec: 'EL0' })).toBe('contradiction');
  });

  it.each([
    ['none', false, false],
    ['EL0', true, false],
    ['EL1', false, true],
    ['both', true, true],
  ] as const)('that is executable at %s: the steps say EL0 %s and EL1 %s', (exec, el0, el1) => {
    const input = { ...RAM, access: 'read', xnx: true, nested: { exec } } as const;
    const { because } = handleFault('v7.3', input);
    const answer = (check: string) => because.find((step) => step.check.startsWith(check))?.answer;
    expect(answer('kvm_s2_trans_exec_el0')).toBe(el0);
    expect(answer('kvm_s2_trans_exec_el1')).toBe(el1);
  });

  it('has no say in the memory type, the EFAULT and the ENOEXEC', () => {
    const device = { ...PC, vma: { vmPfnmap: true, attrIndx: 3 } } as const;
    expect(mapped('v7.3', { ...device, access: 'read' }, {})).toBe('DEVICE RW');
    expect(mapped('v7.3', { ...device, access: 'exec' }, {})).toBe('ENOEXEC');
    expect(mapped('v7.3', { ...PC, dic: false, access: 'exec' }, {})).toBe('EFAULT');
  });

  it.each([
    [12, 3],
    [14, 3],
    [16, 3],
    [21, 2],
    [25, 2],
    [29, 2],
    [30, 1],
  ])('of 2^%i bytes stands at level %i, which the new leaf carries', (blockShift, level) => {
    const input = { ...RAM, access: 'read', nested: { blockShift } } as const;
    expect(handleFault('v7.3', input).mapping?.l1Level).toBe(level);
    const relaxed = handleFault('v7.3', { ...input, permissionFault: true });
    expect(relaxed.mapping).toMatchObject({ action: 'relaxPerms', l1Level: 0 });
  });

  it('that is not writable keeps the page clean', () => {
    const input = { ...RAM, access: 'read' } as const;
    expect(handleFault('v7.3', { ...input, nested: {} }).markedDirty).toBe(true);
    expect(handleFault('v7.3', { ...input, nested: { writable: false } })).toMatchObject({
      markedDirty: false,
      pageReleased: 'clean',
    });
  });

  it('is asked before the lock, as its steps say', () => {
    const because = (kernel: Kernel) =>
      handleFault(kernel, { ...RAM, access: 'read', nested: {}, invalidateRetry: true }).because;
    for (const kernel of KERNELS)
      expect(because(kernel).map((step) => step.check)).toContain('kvm_s2_trans_writable(nested)');
  });
});

const leaf = fc.record({
  readable: fc.boolean(),
  writable: fc.boolean(),
  exec: fc.constantFrom<ExecAt>('none', 'EL0', 'EL1', 'both'),
});
const fault = fc.record({
  vma: fc.record({ vmPfnmap: fc.boolean(), attrIndx: fc.integer({ min: 0, max: 4 }) }),
  pfnIsMapMemory: fc.boolean(),
  fwb: fc.boolean(),
  dic: fc.boolean(),
  access: fc.constantFrom('read', 'write', 'exec' as const),
  permissionFault: fc.boolean(),
  dirtyLogging: fc.boolean(),
});
const AT: Readonly<Record<ExecAt, readonly string[]>> = {
  none: [],
  EL0: ['EL0'],
  EL1: ['EL1'],
  both: ['EL0', 'EL1'],
};

describe('a shadow stage 2', () => {
  it('of v7.3 grants nothing that the L1 leaf does not grant', () => {
    fc.assert(
      fc.property(fault, leaf, (input, nested) => {
        const { mapping } = handleFault('v7.3', { ...input, nested, xnx: true } as FaultInput);
        if (mapping === null) return;
        expect(mapping.r).toBe(nested.readable);
        expect(mapping.w && !nested.writable).toBe(false);
        expect(AT[mapping.exec].filter((level) => !AT[nested.exec].includes(level))).toEqual([]);
      }),
    );
  });

  it('is the stage 2 of an ordinary guest where the L1 leaf grants everything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KERNELS), fault, (kernel, input) => {
        const plain = handleFault(kernel, input as FaultInput);
        const nested = handleFault(kernel, { ...input, nested: {} } as FaultInput);
        expect([nested.verdict, nested.ret]).toEqual([plain.verdict, plain.ret]);
        const { l1Level: _level, ...rest } = nested.mapping ?? { l1Level: null };
        const { l1Level: none, ...expected } = plain.mapping ?? { l1Level: null };
        expect(rest).toEqual(expected);
        expect(none).toBeNull();
      }),
    );
  });
});

describe('a record that may be null', () => {
  it('is not taken for what is wrong beside it', () => {
    const input = { ...RAM, access: 'read', nested: null, size: null } as const;
    expect(handleFault('v7.3', input).error).toBeUndefined();
    const wrong = handleFault('v7.3', { ...input, xnx: 1 as never });
    expect(wrong.error).toMatchObject({ code: 'wrong-type', received: 'xnx = 1 (a number)' });
  });

  it('says how a leaf that differs by EL is asked for', () => {
    const { error } = handleFault('v7.3', { ...RAM, access: 'read', nested: { exec: 'EL0' } });
    expect(error?.example).toBe("xnx: true, nested: { exec: 'EL0' }");
  });
});

describe('the VNCR page', () => {
  it('has to be RAM: a cacheable PFNMAP page that stage 2 takes is refused', () => {
    expect(mapped('v7.3', { ...PC, access: 'read' }, {})).toBe('NORMAL RWX');
    expect(vncrPage('v7.3', { pfnIsMapMemory: false })).toMatchObject({ verdict: 'refused' });
    expect(vncrPage('v7.3', { pfnIsMapMemory: true })).toMatchObject({ verdict: 'accepted' });
  });

  it('was read in v7.3 only, and not evaluated', () => {
    expect(vncrPage('v7.3', { pfnIsMapMemory: true }).because[0]?.status).toBe('read');
    for (const kernel of ['v6.16', 'v6.17'] as const)
      expect(vncrPage(kernel, { pfnIsMapMemory: true })).toMatchObject({
        verdict: 'unknown',
        because: [{ in: 'kvm_translate_vncr', answer: false }],
      });
  });
});
