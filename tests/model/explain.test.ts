import { describe, expect, it } from 'vitest';
import {
  combineStages,
  decodeMairAttr,
  decodeStage2MemAttr,
  describe as describeValue,
  explain,
  handleFault,
  label,
  nearestFlips,
  prepareMemoryRegion,
  renderText,
} from 'stage-two';

const cacheable = { vma: { vmPfnmap: true }, fwb: true, dic: true, access: 'read' } as const;

describe('explain', () => {
  it('says a check, its function, its answer and what that rests on', () => {
    expect(explain(handleFault('v6.17', cacheable))).toContain(
      'KVM asks whether the VMA is cacheable (kvm_vma_is_cacheable): yes, because AttrIndx is 0, MT_NORMAL.',
    );
  });

  it('ends with what follows', () => {
    expect(explain(handleFault('v6.17', { ...cacheable, dic: false })).at(-1)).toBe(
      'KVM asks whether the host supports cacheable PFNMAP (kvm_supports_cacheable_pfnmap): no, because DIC is missing. So KVM_RUN fails with EFAULT.',
    );
    expect(
      explain(prepareMemoryRegion('v6.17', { vmas: [{}], fwb: false, dic: false })).at(-1),
    ).toBe(
      'KVM asks whether a VMA is left to look at: no, because one was given. So the memslot is accepted.',
    );
  });

  it('names the function in which the kernel makes the check', () => {
    const places = (kernel: 'v6.17' | 'v7.3') =>
      new Set(handleFault(kernel, cacheable).because.map((s) => s.in));
    expect([...places('v6.17')]).toEqual(['user_mem_abort', 'kvm_pgtable_stage2_map']);
    expect([...places('v7.3')]).toContain('kvm_s2_fault_pin_pfn');
  });

  it('says what was wrong with bad input', () => {
    expect(explain(handleFault('v6.17', { ...cacheable, fwb: 1 as never }))).toEqual([
      'fwb = 1 (a number) was received; true or false is expected.',
    ]);
  });
});

describe('renderText', () => {
  const lines = (value: unknown) => renderText(value).split('\n');

  it.each([
    [() => handleFault('v6.17', cacheable), 'mapped, WB (stage-2 fault, v6.17)'],
    [
      () => handleFault('v7.3', { ...cacheable, vma: { vmPfnmap: true, attrIndx: 3 } }),
      'mapped, Device-nGnRE (stage-2 fault, v7.3)',
    ],
    [
      () => handleFault('v7.3', { ...cacheable, fwb: false }),
      'fails at the fault, EFAULT (stage-2 fault, v7.3)',
    ],
    [
      () => handleFault('v6.16', { ...cacheable, access: 'exec' }),
      'injected into the guest, ENOEXEC (stage-2 fault, v6.16)',
    ],
    [
      () => prepareMemoryRegion('v7.3', { vmas: [{ vmPfnmap: true }], fwb: true, dic: false }),
      'refused at the memslot, EINVAL (memslot, v7.3)',
    ],
    [
      () => combineStages({ s1: { attr: 0x44 }, s2: { memAttr: 6 }, fwb: true }),
      'WB (stage 1 and stage 2 together)',
    ],
    [() => decodeMairAttr(0xbb), 'WT (MAIR byte)'],
    [() => decodeStage2MemAttr(0b0101, { fwb: true }), 'NC (stage-2 MemAttr)'],
    [() => handleFault('v9' as never, cacheable), 'bad input (stage-2 fault)'],
  ])('starts with the verdict or the memory', (asked, first) =>
    expect(lines(asked())[0]).toBe(first),
  );

  it('numbers the steps and ends each with its sources', () => {
    const steps = lines(handleFault('v6.17', cacheable)).filter((line) => /^ *\d+\. /.test(line));
    expect(steps).toHaveLength(15);
    for (const step of steps) expect(step).toMatch(/ \[[A-Z0-9-]+(, [A-Z0-9-]+)*\]$/);
  });

  it('tells what else is permitted, and shortens long lists', () => {
    const nc = combineStages({ s1: { attr: 0x44 }, s2: { memAttr: 6 }, fwb: true });
    expect(renderText(nc)).toContain('also permitted   WB RWA OSH');
    const reserved = combineStages({ s1: { attr: 0x02 }, s2: { memAttr: 15 }, fwb: false });
    expect(renderText(reserved)).toMatch(/; and \d+ more/);
  });

  it('writes flips, and values that are not of the model', () => {
    const flips = nearestFlips('handleFault', 'v6.17', { ...cacheable, dic: false });
    expect(renderText(flips)).toContain('dic true instead of false: mapped, WB');
    expect([renderText(7n), renderText('text'), renderText(null), renderText([1])]).toEqual([
      '7n',
      'text',
      'null',
      '[\n  1\n]',
    ]);
  });
});

describe('the tree of a value', () => {
  it('gives a decision with its memory', () => {
    expect(describeValue(handleFault('v6.17', cacheable))).toMatchObject({
      kind: 'decision',
      verdict: 'mapped',
      errno: null,
      memory: 'WB',
      title: 'stage-2 fault, v6.17',
    });
  });

  it('gives a decision that misses a field, or has one of another kind, as a value', () => {
    const decision = handleFault('v6.17', cacheable);
    const { verdict, ...without } = decision;
    expect(verdict).toBe('mapped');
    const { errno: _errno, ...noErrno } = decision;
    const first = decision.because[0];
    const made: readonly unknown[] = [
      without,
      noErrno,
      { question: decision.question, kernel: decision.kernel, because: decision.because },
      { ...decision, verdict: null },
      { ...decision, verdict: 'mapped seen' },
      { ...decision, errno: 5 },
      { ...decision, because: 5 },
      { ...decision, because: { length: 1, 0: first } },
      { ...decision, because: [{ ...first, source: 'V10-5' }] },
      { ...decision, because: [{ ...first, source: [1] }] },
      { ...decision, because: [{ ...first, decides: 'yes' }] },
    ];
    for (const one of made) {
      const tree = describeValue(one);
      expect(tree.kind, JSON.stringify(one)).toBe('value');
      expect(tree.kind === 'value' && tree.text).toMatch(/^\{/);
    }
  });

  it('reads a field once: a getter that answers twice gives one tree', () => {
    const decision = handleFault('v6.17', cacheable);
    let reads = 0;
    const twice = {
      ...decision,
      get because() {
        return reads++ === 0 ? decision.because : [];
      },
    };
    expect(describeValue(twice)).toEqual(describeValue(decision));
  });

  it('gives attributes, whoever made them', () => {
    const { permitted } = combineStages({ s1: { attr: 0x4f }, s2: { memAttr: 15 }, fwb: false });
    expect(describeValue(permitted[0])).toMatchObject({ kind: 'attributes', memory: 'mixed' });
    expect(describeValue(decodeMairAttr(2))).toMatchObject({
      kind: 'attributes',
      memory: 'reserved',
    });
  });

  it('survives a trip through structuredClone, as values do between worker and page', () => {
    const decision = handleFault('v7.3', cacheable);
    expect(describeValue(structuredClone(decision))).toEqual(describeValue(decision));
  });
});

describe('label', () => {
  it('names both halves where they differ', () => {
    expect(label(decodeMairAttr(0x4f))).toBe('i:WB RWA o:NC');
    expect(label(decodeMairAttr(0x02))).toBe('reserved');
  });
});
