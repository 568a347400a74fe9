import * as fc from 'fast-check';
import {
  accessAttributes,
  decodeRegister,
  decodeStage2Fault,
  decodeStage2Leaf,
  describe as describeValue,
  maintenanceNeeded,
  renderText,
  stage1Attributes,
} from 'stage-two';
import { describe, expect, it } from 'vitest';

const lines = (value: unknown) => renderText(value).split('\n');

describe('the text of', () => {
  it('a register: bits, name, value, what it says and what it is about', () => {
    expect(lines(decodeRegister('HPFAR_EL2', 0x90010n))).toEqual([
      'HPFAR_EL2 0x0000000000090010 (Hypervisor IPA Fault Address Register)',
      '  63    NS    0x0 Secure, or taken elsewhere (IPA space of a fault taken to Secure EL2)',
      '  62:48 RES0  0x0 reserved, 0',
      '  47:4  FIPA  0x9001 IPA 0x9001000 (faulting IPA, bits [55:12])',
      '  3:0   RES0  0x0 reserved, 0',
    ]);
  });

  it('a finding beside the fields', () => {
    expect(lines(decodeRegister('HPFAR_EL2', 1n)).at(-1)).toBe(
      '  finding: RES0 [3:0]  reserved bits that should be 0 are set',
    );
  });

  it('a value that was not accepted', () => {
    expect(lines(decodeRegister('CTR_EL0', -1n))).toEqual([
      'invalid (register)',
      '  received  value = -1n (a bigint)',
      '  expected  a 64-bit value: a bigint from 0n to 2n ** 64n - 1n, or a whole number below 2 ** 53',
      '  example   0x84448004n',
      '  remedy    Give value as a bigint, such as 0x84448004n, or BigInt(text) for a text.',
    ]);
  });

  it('a leaf starts with its memory, a table with its kind', () => {
    const how = { fwb: true, level: 2 };
    expect(lines(decodeStage2Leaf(0x8000_07d9n, how))[0]).toBe(
      'WB (block, level 2, granule 4K, 0x00000000800007d9)',
    );
    expect(lines(decodeStage2Leaf(3n, how))[0]).toBe(
      'table, level 2, granule 4K, 0x0000000000000003',
    );
    expect(describeValue(decodeStage2Leaf(0x8000_07d9n, how))).toMatchObject({
      kind: 'attributes',
      memory: 'WB',
      alternatives: [],
      steps: [],
    });
  });

  it('what maintenance remains, and why', () => {
    expect(lines(maintenanceNeeded({ fwb: true, idc: true, dic: true }))).toEqual([
      'cache maintenance that remains',
      '  clean to PoC         not needed',
      '  clean to PoU         not needed',
      '  invalidate I to PoU  not needed',
      '1. No access goes around the caches, because MemAttr is 0b0110 and HCR_EL2.FWB is 1. [ARM-ARM]',
      '2. No clean to the PoC remains, because no access goes around the caches. [ARM-ARM]',
      '3. The effective IDC is 1, because CTR_EL0.IDC is 1 and HCR_EL2.FWB is 1. [ARM-ARM]',
      '4. No clean to the PoU remains, because the effective IDC is 1. [ARM-ARM]',
      '5. No invalidation of the instruction cache remains, because CTR_EL0.DIC is 1. [ARM-ARM]',
    ]);
    expect(lines(maintenanceNeeded({ fwb: true, idc: false, dic: true })).join('\n')).toContain(
      'finding: dic         DIC = 1 requires IDC = 1',
    );
    expect(lines(maintenanceNeeded({ fwb: false, idc: true, dic: true }))[1]).toMatch(
      /clean to PoC +needed: DC CIVAC or DC CVAC; each data cache line/,
    );
  });

  it('a stage-2 fault', () => {
    const fault = decodeStage2Fault({ esr: 0x92000087n, hpfar: 0x90000n, far: 0x18n });
    expect(lines(fault).slice(0, 5)).toEqual([
      'translation (stage-2 fault)',
      '  access           read',
      '  level            3',
      '  page of the IPA  0x0000000009000000',
      '  VA               0x0000000000000018',
    ]);
    expect(lines(decodeStage2Fault({ esr: 0n, hpfar: 0n, far: 0n }))).toEqual([
      'none (stage-2 fault)',
      '1. The exception is unknown reason, because ESR_EL2.EC is 0x00. [ARM-ARM]',
    ]);
  });

  it('stage 1', () => {
    expect(lines(stage1Attributes({ sctlr: { m: false } }))).toEqual([
      'Device-nGnRnE (stage 1 off)',
      '  XS                1',
      '  hands to stage 2  OSH',
      '1. Stage 1 has no default, because HCR_EL2.DC is 0. [HCR_EL2; ARM-ARM, SAIL94]',
      '2. Stage 1 is off, because SCTLR_EL1.M is 0. [SCTLR_EL1; ARM-ARM, SAIL94]',
      '3. Stage 1 gives Device-nGnRnE, because the access is a data access. [SCTLR_EL1.M; ARM-ARM, SAIL94]',
    ]);
    expect(lines(stage1Attributes({ s1: { attr: 0xff } }))[0]).toBe('WB (stage 1 on)');
  });

  it('an access under the controls', () => {
    const steps = accessAttributes({
      access: 'instruction',
      hcr: { fwb: true, id: true },
      s1: { attr: 0xff },
      s2: { memAttr: 6 },
    });
    expect(lines(steps).slice(-3)).toEqual([
      '4. Stage 1 gives WB, because the access is an instruction fetch and SCTLR_EL1.I is 1. [SCTLR_EL1; ARM-ARM, SAIL94]',
      '5. Stage 2 says force WB, because MemAttr is 0b0110, HCR_EL2.FWB is 1 and FEAT_MTE_PERM is missing. [R_ZNGNK; ARM-ARM, SAIL94]',
      '6. The access is made as NC, because the access is an instruction fetch and HCR_EL2.ID is 1. [HCR_EL2; ARM-ARM, SAIL94]',
    ]);
  });
});

describe('a value that looks like one of these', () => {
  it('never throws', () => {
    const kind = fc.constantFrom('register', 'leaf', 'stage1', 'stage2-fault', 'maintenance');
    fc.assert(
      fc.property(kind, fc.object(), (made, rest) => {
        expect(typeof renderText({ ...rest, kind: made })).toBe('string');
      }),
    );
  });
});
