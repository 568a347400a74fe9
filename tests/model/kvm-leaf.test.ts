import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeStage2Leaf,
  KERNELS,
  stage2Attributes,
  type ExecAt,
  type Stage2AttributesInput,
} from 'stage-two';

// Expectations: the facts' table of prot bits and leaves (stage2_set_prot_attr), and the
// architecture's decode of the same word, which was written from the Arm manual.

const RWX = { r: true, w: true, exec: 'both' } as const;
const leaf = (kernel: (typeof KERNELS)[number], input: Stage2AttributesInput) =>
  stage2Attributes(kernel, input).leaf;

describe('MemAttr', () => {
  it.each([
    [{}, 0xf, 6],
    [{ device: true }, 1, 1],
    [{ normalNc: true }, 5, 5],
  ])('of %o is %i without and %i with FWB, in every kernel', (type, without, withFwb) => {
    for (const kernel of KERNELS) {
      expect(leaf(kernel, { fwb: false, ...type })?.memAttr).toBe(without);
      expect(leaf(kernel, { fwb: true, ...type })?.memAttr).toBe(withFwb);
    }
  });

  it('of the own table of a pKVM host leaves stage 1 alone', () => {
    const types = [{}, { device: true }, { normalNc: true }];
    for (const type of types) {
      expect(leaf('v7.3', { fwb: true, asStage1: true, ...type })?.memAttr).toBe(7);
      expect(leaf('v7.3', { fwb: false, asStage1: true, ...type })?.memAttr).toBe(0xf);
    }
    expect(leaf('v6.17', { fwb: true, noFwb: true })?.memAttr).toBe(0xf);
    expect(leaf('v6.16', { fwb: true, noFwb: true, device: true })?.memAttr).toBe(1);
  });
});

describe('a refusal', () => {
  it.each([
    { device: true, normalNc: true },
    { device: true, exec: 'both' },
    { normalNc: true, exec: 'both' },
  ] as const)('is EINVAL for %o', (prot) => {
    for (const kernel of KERNELS) {
      expect(stage2Attributes(kernel, { fwb: true, ...prot })).toMatchObject({
        verdict: 'refused',
        ret: -22,
        errno: 'EINVAL',
        leaf: null,
      });
    }
  });

  it('stays where the pKVM flag makes the type meaningless', () => {
    const prot = { fwb: true, asStage1: true, device: true, exec: 'both' } as const;
    expect(stage2Attributes('v7.3', prot).errno).toBe('EINVAL');
  });

  it('meets EL0 or EL1 alone without FEAT_XNX only', () => {
    for (const exec of ['EL0', 'EL1'] as const) {
      expect(stage2Attributes('v7.3', { fwb: true, exec }).errno).toBe('EINVAL');
      expect(stage2Attributes('v7.3', { fwb: true, exec, xnx: true }).errno).toBeNull();
      const device = { fwb: true, exec, xnx: true, device: true };
      expect(stage2Attributes('v7.3', device).errno).toBe('EINVAL');
    }
  });

  it('names what the kernel does not have', () => {
    const wrong = (kernel: (typeof KERNELS)[number], more: Partial<Stage2AttributesInput>) =>
      stage2Attributes(kernel, { fwb: true, ...more }).error?.code;
    expect(wrong('v7.3', { noFwb: true })).toBe('not-in-kernel');
    expect(wrong('v6.16', { asStage1: true })).toBe('not-in-kernel');
    expect(wrong('v6.17', { exec: 'EL1' })).toBe('not-in-kernel');
    expect(wrong('v6.17', { exec: 'both', noFwb: true })).toBeUndefined();
    const { error } = stage2Attributes('v7.3', { fwb: true, noFwb: true });
    expect(error).toMatchObject({ received: 'noFwb = true', example: 'noFwb: false' });
  });
});

describe('the fields', () => {
  it('are where the facts say: SH 3 for every type, 0 with LPA2; AF always', () => {
    const types = [{}, { device: true }, { normalNc: true }];
    for (const kernel of KERNELS) {
      for (const type of types) {
        expect(leaf(kernel, { fwb: true, ...type })).toMatchObject({ sh: 3, af: 1, s2ap: 0 });
        expect(leaf(kernel, { fwb: true, lpa2: true, ...type })).toMatchObject({ sh: 0, af: 1 });
      }
      expect(leaf(kernel, { fwb: true, r: true })?.s2ap).toBe(1);
      expect(leaf(kernel, { fwb: true, w: true })?.s2ap).toBe(2);
    }
  });

  it.each([
    ['both', 0b00],
    ['EL0', 0b01],
    ['none', 0b10],
    ['EL1', 0b11],
  ] as const)('XN for %s is %i', (exec, xn) => {
    expect(leaf('v7.3', { fwb: true, exec, xnx: true })?.xn).toBe(xn);
  });

  it('XN is bit 54 alone before v7.3', () => {
    for (const kernel of ['v6.16', 'v6.17'] as const) {
      expect(leaf(kernel, { fwb: true, exec: 'both' })?.xn).toBe(0b00);
      expect(leaf(kernel, { fwb: true })?.xn).toBe(0b10);
    }
  });

  it('make up the word of the reference: Normal RWX with FWB is 0x7d8', () => {
    expect(leaf('v7.3', { fwb: true, ...RWX })?.word).toBe('0x00000000000007d8');
    expect(leaf('v7.3', { fwb: true, ...RWX, software: 15 })?.word).toBe('0x07800000000007d8');
  });
});

describe('the steps', () => {
  const steps = (kernel: (typeof KERNELS)[number], input: Partial<Stage2AttributesInput>) =>
    stage2Attributes(kernel, { fwb: true, ...input }).because;

  it('name the type that was asked for', () => {
    const answer = (input: Partial<Stage2AttributesInput>) => steps('v7.3', input)[0]?.answer;
    expect(answer({})).toBe('none');
    expect(answer({ device: true })).toBe('DEVICE');
    expect(answer({ normalNc: true })).toBe('NORMAL_NC');
    expect(answer({ device: true, normalNc: true })).toBe('both');
  });

  it('stand in the function that has them: XN has one of its own since v7.3', () => {
    const where = (kernel: (typeof KERNELS)[number]) =>
      steps(kernel, { exec: 'both' }).map((step) => step.in);
    const [set, xn] = ['stage2_set_prot_attr', 'stage2_set_xn_attr'];
    expect(where('v6.17')).toEqual([set, set, set, set, set, set, set]);
    expect(where('v7.3')).toEqual([set, xn, set, xn, set, set, set, set]);
  });

  it('ask whether LPA2 is off', () => {
    for (const lpa2 of [false, true])
      expect(steps('v7.3', { lpa2 })).toContainEqual(
        expect.objectContaining({ check: '!kvm_lpa2_is_enabled()', answer: !lpa2 }),
      );
  });

  it('read the flag of the pKVM host that the kernel has', () => {
    const inputs = (kernel: (typeof KERNELS)[number]) =>
      steps(kernel, {}).find((step) => step.check.startsWith('KVM_S2_MEMATTR'))?.inputs;
    const common = { memType: 'NORMAL', fwb: true };
    expect(inputs('v6.16')).toEqual({ ...common, noFwb: false });
    expect(inputs('v7.3')).toEqual({ ...common, asStage1: false });
  });
});

const prot = fc.record(
  {
    device: fc.boolean(),
    normalNc: fc.boolean(),
    r: fc.boolean(),
    w: fc.boolean(),
    exec: fc.constantFrom<ExecAt>('none', 'EL0', 'EL1', 'both'),
    software: fc.integer({ min: 0, max: 15 }),
    fwb: fc.boolean(),
    lpa2: fc.boolean(),
    xnx: fc.boolean(),
  },
  { requiredKeys: ['fwb'] },
);

describe('a leaf that KVM writes', () => {
  it('decodes to what was asked for, by the architecture', () => {
    fc.assert(
      fc.property(prot, (input) => {
        const { leaf: written } = stage2Attributes('v7.3', input);
        if (written === null) return;
        const { fwb, lpa2 = false, xnx = false, exec = 'none' } = input;
        const how = { fwb, lpa2, xnx, level: 3, granule: '4K' } as const;
        const decoded = decodeStage2Leaf(BigInt(written.word) | 0b11n, how);
        expect(decoded.error).toBeUndefined();
        expect(decoded.memAttr).toBe(written.memAttr);
        expect(decoded.s2ap).toEqual({ read: input.r ?? false, write: input.w ?? false });
        expect(decoded.sh).toBe(lpa2 ? null : 'ISH');
        expect(decoded.af).toBe(true);
        expect(decoded.software).toBe(input.software ?? 0);
        expect(decoded.execute).toEqual({
          el0: exec === 'both' || exec === 'EL0',
          el1: exec === 'both' || exec === 'EL1',
        });
        expect(decoded.memory?.type).not.toBe('reserved');
        const device = input.device ?? false;
        expect(decoded.memory?.type === 'Device').toBe(device);
      }),
    );
  });

  it('is never both executable and anything but Normal cacheable', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KERNELS), prot, (kernel, input) => {
        const { leaf: written } = stage2Attributes(kernel, input);
        const cacheable = [6, 0xf].includes(written?.memAttr ?? 6);
        expect(written !== null && written.xn !== 0b10 && !cacheable).toBe(false);
      }),
    );
  });
});
