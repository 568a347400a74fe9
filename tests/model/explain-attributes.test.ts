import { describe, expect, it } from 'vitest';
import {
  accessAttributes,
  combineStages,
  decodeMairAttr,
  decodeShareability,
  decodeStage2MemAttr,
  describe as describeValue,
  label,
  renderText,
  stage1Attributes,
  type ShowTree,
} from 'stage-two';

// Expectations: the Arm ARM's tables for MAIR_ELx and MemAttr, in the words of the project.

const RESERVED = 'UNPREDICTABLE';

function facts(value: unknown): Record<string, string> {
  const tree: ShowTree = describeValue(value);
  return tree.kind === 'value' ? { text: tree.text } : Object.fromEntries(tree.facts);
}

describe('the facts of a MAIR byte', () => {
  it.each([
    [0x00, { byte: '0x00', XS: '1' }],
    [0x01, { byte: '0x01', XS: '0', needs: 'FEAT_XS' }],
    [0x0d, { byte: '0x0D', XS: '0', needs: 'FEAT_XS' }],
    [0x44, { byte: '0x44', 'inner and outer': 'Non-cacheable', XS: '1' }],
    [0x40, { byte: '0x40', 'inner and outer': 'Non-cacheable', XS: '0', needs: 'FEAT_XS' }],
    [0xff, { byte: '0xFF', 'inner and outer': 'Write-Back, Read- and Write-Allocate', XS: '0' }],
    [0xee, { byte: '0xEE', 'inner and outer': 'Write-Back, Read-Allocate', XS: '0' }],
    [0xdd, { byte: '0xDD', 'inner and outer': 'Write-Back, Write-Allocate', XS: '0' }],
    [0xcc, { byte: '0xCC', 'inner and outer': 'Write-Back, no allocation hint', XS: '0' }],
    [
      0x77,
      {
        byte: '0x77',
        'inner and outer': 'Write-Back, Read- and Write-Allocate, transient',
        XS: '0',
      },
    ],
    [0xaa, { byte: '0xAA', 'inner and outer': 'Write-Through, Read-Allocate', XS: '1' }],
    [
      0x4f,
      {
        byte: '0x4F',
        inner: 'Write-Back, Read- and Write-Allocate',
        outer: 'Non-cacheable',
        XS: '1',
      },
    ],
    [
      0xf0,
      {
        byte: '0xF0',
        'inner and outer': 'Write-Back, Read- and Write-Allocate',
        Tagged: 'yes',
        XS: '0',
        needs: 'FEAT_MTE2',
      },
    ],
  ])('%i', (byte, wanted) => {
    expect(facts(decodeMairAttr(byte))).toEqual(wanted);
  });

  it('say what is permitted for a reserved one', () => {
    const { byte, permitted, ...rest } = facts(decodeMairAttr(0x02));
    expect([byte, permitted, rest]).toEqual(['0x02', expect.stringContaining(RESERVED), {}]);
  });

  it('stand beside one memory type, without steps', () =>
    expect(describeValue(decodeMairAttr(0xff))).toMatchObject({ alternatives: [], steps: [] }));

  it('are the error where it is no byte', () => {
    expect(Object.keys(facts(decodeMairAttr(256)))).toEqual([
      'received',
      'expected',
      'example',
      'remedy',
    ]);
  });
});

describe('the facts of a stage-2 encoding', () => {
  const combine = 'combined with stage 1, the weaker wins';
  it.each([
    [0b0000, false, false, combine, {}],
    [0b0101, false, false, combine, {}],
    [0b1111, false, false, combine, {}],
    [0b0111, false, false, combine, { inner: 'Write-Back', outer: 'Non-cacheable' }],
    [0b1010, false, false, combine, {}],
    [0b1001, false, false, combine, { inner: 'Non-cacheable', outer: 'Write-Through' }],
    [0b0001, true, false, 'Device, over a stage-1 Device the stricter type', {}],
    [0b0101, true, false, 'Normal becomes Non-cacheable, a stage-1 Device stays', {}],
    [0b0110, true, false, 'Write-Back whatever stage 1 asks', {}],
    [0b0111, true, false, 'stage 1 unchanged', {}],
    [
      0b1110,
      true,
      false,
      'Write-Back whatever stage 1 asks',
      { finding: 'MemAttr[3] is RES0 and set; the bit is ignored' },
    ],
    [0b1110, true, true, 'Write-Back whatever stage 1 asks', { NoTagAccess: 'yes' }],
  ])('%i, FWB %s, MTE_PERM %s', (memAttr, fwb, mtePerm, effect, more) => {
    expect(facts(decodeStage2MemAttr(memAttr, { fwb, mtePerm }))).toEqual({
      MemAttr: `0b${memAttr.toString(2).padStart(4, '0')}`,
      'HCR_EL2.FWB': fwb ? '1' : '0',
      effect,
      ...more,
    });
  });

  it('say what is permitted for a reserved one', () => {
    const { permitted, effect } = facts(decodeStage2MemAttr(0b0100, { fwb: true }));
    expect([effect, permitted]).toEqual(['reserved', expect.stringMatching(/\S/)]);
  });
});

describe('the facts of an access', () => {
  const wb = { attr: 0xff };

  it('are what both stages agree on', () => {
    expect(facts(combineStages({ s1: wb, s2: { memAttr: 0xf }, fwb: false }))).toEqual({
      'inner and outer': 'Write-Back, Read- and Write-Allocate',
      shareability: 'ISH',
      XS: '0',
    });
    expect(facts(combineStages({ s1: { attr: 0 }, s2: { memAttr: 0xf }, fwb: false }))).toEqual({
      shareability: 'OSH',
      XS: '1',
    });
  });

  it('tell the two halves where they differ', () => {
    expect(facts(combineStages({ s1: { attr: 0x4f }, s2: { memAttr: 0xf }, fwb: false }))).toEqual({
      inner: 'Write-Back, Read- and Write-Allocate',
      outer: 'Non-cacheable',
      shareability: 'ISH',
      XS: '1',
    });
  });

  it('tell Tagged, NoTagAccess and findings', () => {
    const tagged = { s1: { attr: 0xf0 }, s2: { memAttr: 0b1111 }, fwb: true, mtePerm: true };
    expect(facts(combineStages({ ...tagged, s2: { memAttr: 0b0111 } }))).toMatchObject({
      Tagged: 'yes',
    });
    expect(facts(combineStages(tagged))).toMatchObject({ NoTagAccess: 'yes' });
    const found = facts(combineStages({ s1: { attr: 2 }, s2: { memAttr: 15 }, fwb: false }));
    expect(found).toMatchObject({ 's1.attr reserved': expect.stringContaining(RESERVED) });
    expect(found).not.toHaveProperty('XS');
    expect(found).not.toHaveProperty('shareability');
  });

  it('of stage 1 alone name what it hands on', () => {
    expect(facts(stage1Attributes({ s1: wb }))).toEqual({
      'inner and outer': 'Write-Back, Read- and Write-Allocate',
      XS: '0',
      'hands to stage 2': 'ISH',
    });
    expect(facts(stage1Attributes({ s1: { attr: 0x44 } }))).toMatchObject({
      'hands to stage 2': 'ISH or OSH',
    });
    expect(facts(accessAttributes({ s1: wb, s2: { memAttr: 15 } }))).toMatchObject({
      shareability: 'ISH',
    });
  });
});

describe('short words', () => {
  it.each([
    [0x00, 'Device-nGnRnE'],
    [0x0c, 'Device-GRE'],
    [0x44, 'NC'],
    [0xff, 'WB RWA'],
    [0xcc, 'WB no-allocate'],
    [0x77, 'WB RWA tr'],
    [0xbb, 'WT RWA'],
    [0xf0, 'WB RWA Tagged'],
    [0x4f, 'i:WB RWA o:NC'],
    [0x02, 'reserved'],
  ])('for byte %i', (byte, wanted) => expect(label(decodeMairAttr(byte))).toBe(wanted));

  it('hold shareability and NoTagAccess', () => {
    const s2 = { memAttr: 0b1111 };
    expect(label(combineStages({ s1: { attr: 0xff }, s2, fwb: false }))).toBe('WB RWA ISH');
    expect(label(combineStages({ s1: { attr: 0xf0 }, s2, fwb: true, mtePerm: true }))).toBe(
      'WB RWA ISH Tagged NoTagAccess',
    );
  });

  it('for SH', () => {
    expect([0, 1, 2, 3].map((sh) => renderText(decodeShareability(sh)))).toEqual([
      'NSH',
      'reserved: any of NSH, ISH, OSH',
      'OSH',
      'ISH',
    ]);
  });
});
