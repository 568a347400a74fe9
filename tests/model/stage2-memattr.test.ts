import { describe, expect, it } from 'vitest';
import { decodeStage2MemAttr, memoryName } from 'stage-two';

// Expectations: the tables of the stage-2 encodings in the project's facts (R_HMNDG; R_ZNGNK and
// following), one word for each of the 16 values.

const values = Array.from({ length: 16 }, (_, memAttr) => memAttr);
const device = ['Device-nGnRnE', 'Device-nGnRE', 'Device-nGRE', 'Device-GRE'];

describe('without FWB', () => {
  const names = [
    ...device,
    'reserved',
    'NC',
    'mixed',
    'mixed',
    'reserved',
    'mixed',
    'WT',
    'mixed',
    'reserved',
    'mixed',
    'mixed',
    'WB',
  ];

  it('gives Device, or outer [3:2] and inner [1:0]', () => {
    expect(values.map((v) => memoryName(decodeStage2MemAttr(v, { fwb: false })))).toEqual(names);
  });

  it('puts outer first', () => {
    expect(decodeStage2MemAttr(0b0111, { fwb: false })).toMatchObject({ outer: 'NC', inner: 'WB' });
    expect(decodeStage2MemAttr(0b1101, { fwb: false })).toMatchObject({ outer: 'WB', inner: 'NC' });
  });

  it.each([
    [0b0100, 'outer NC; inner NC, WT or WB', [5, 6, 7]],
    [0b1000, 'outer WT; inner NC, WT or WB', [9, 10, 11]],
    [0b1100, 'outer WB; inner NC, WT or WB', [13, 14, 15]],
  ])('reserves %i: %s', (memAttr, permitted, actsAs) => {
    expect(decodeStage2MemAttr(memAttr, { fwb: false })).toMatchObject({
      type: 'reserved',
      permitted,
      actsAs,
    });
  });

  it('reads 0100 as Write-Back without tag access where FEAT_MTE_PERM is there', () => {
    const decoded = decodeStage2MemAttr(0b0100, { fwb: false, mtePerm: true });
    expect(decoded).toMatchObject({ type: 'Normal', inner: 'WB', outer: 'WB', noTagAccess: true });
    expect(decodeStage2MemAttr(0b1000, { fwb: false, mtePerm: true }).type).toBe('reserved');
  });
});

describe('with FWB', () => {
  const low = [...device, 'reserved', 'NC', 'WB', 'as stage 1'];

  it('ignores bit 3 without FEAT_MTE_PERM, and says that it is set', () => {
    const decoded = values.map((v) => decodeStage2MemAttr(v, { fwb: true }));
    expect(decoded.map(memoryName)).toEqual([...low, ...low]);
    expect(decoded.map((d) => d.res0Set)).toEqual(values.map((v) => v > 7));
    expect(decoded.some((d) => d.noTagAccess)).toBe(false);
  });

  it('takes bit 3 as NoTagAccess for 110 and 111 with FEAT_MTE_PERM, and reserves the rest', () => {
    const decoded = values.map((v) => decodeStage2MemAttr(v, { fwb: true, mtePerm: true }));
    const high = [
      'reserved',
      'reserved',
      'reserved',
      'reserved',
      'reserved',
      'reserved',
      'WB',
      'as stage 1',
    ];
    expect(decoded.map(memoryName)).toEqual([...low, ...high]);
    expect(decoded.filter((d) => d.noTagAccess).map((d) => d.memAttr)).toEqual([14, 15]);
    expect(decoded.some((d) => d.res0Set)).toBe(false);
  });

  it('asserts nothing about 100', () => {
    expect(decodeStage2MemAttr(0b0100, { fwb: true })).toMatchObject({
      permitted: 'not constrained here: do not assert a result',
      actsAs: [],
    });
  });
});
