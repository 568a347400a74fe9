import { describe, expect, it } from 'vitest';
import { decodeMairAttr, memoryName } from 'stage-two';

// Expectations: the table of MAIR_ELx in the project's facts (ARM-ARM, SAIL94).

const bytes = Array.from({ length: 256 }, (_, attr) => decodeMairAttr(attr));

describe('decodeMairAttr', () => {
  it('assigns 236 bytes and reserves 20', () => {
    const reserved = bytes.filter((byte) => byte.type === 'reserved').map((byte) => byte.attr);
    const deviceGap = [0x02, 0x03, 0x06, 0x07, 0x0a, 0x0b, 0x0e, 0x0f];
    const halfGap = [0x10, 0x20, 0x30, 0x50, 0x60, 0x70, 0x80, 0x90, 0xb0, 0xc0, 0xd0, 0xe0];
    expect(reserved).toEqual([...deviceGap, ...halfGap]);
  });

  it.each([
    [0x00, 'Device-nGnRnE', true, 'none'],
    [0x04, 'Device-nGnRE', true, 'none'],
    [0x08, 'Device-nGRE', true, 'none'],
    [0x0c, 'Device-GRE', true, 'none'],
    [0x01, 'Device-nGnRnE', false, 'FEAT_XS'],
    [0x0d, 'Device-GRE', false, 'FEAT_XS'],
    [0x40, 'NC', false, 'FEAT_XS'],
    [0xa0, 'WT', false, 'FEAT_XS'],
    [0xf0, 'WB', false, 'FEAT_MTE2'],
    [0x44, 'NC', true, 'none'],
    [0xbb, 'WT', true, 'none'],
    [0xff, 'WB', false, 'none'],
    [0x77, 'WB', false, 'none'],
    [0x4f, 'mixed', true, 'none'],
  ])('byte %i: %s, XS %s, needs %s', (attr, name, xs, requires) => {
    const byte = decodeMairAttr(attr);
    expect([memoryName(byte), byte.xs, byte.requires]).toEqual([name, xs, requires]);
  });

  it('says that 0xA0 is 0xAA with XS = 0, and 0xF0 is 0xFF with tags', () => {
    const { inner, outer } = decodeMairAttr(0xaa);
    expect(decodeMairAttr(0xa0)).toMatchObject({ inner, outer, xs: false, tagged: false });
    const wb = decodeMairAttr(0xff);
    expect(decodeMairAttr(0xf0)).toMatchObject({ inner: wb.inner, outer: wb.outer, tagged: true });
  });

  it.each([
    [0x1, 'WT', 'WA', true],
    [0x3, 'WT', 'RWA', true],
    [0x4, 'NC', null, null],
    [0x6, 'WB', 'RA', true],
    [0x8, 'WT', 'none', false],
    [0xc, 'WB', 'none', false],
    [0xe, 'WB', 'RA', false],
  ])('nibble %i: %s, hints %s, transient %s', (nibble, cacheability, hints, transient) => {
    const half = { cacheability, hints, transient };
    expect(decodeMairAttr(0x40 + nibble).inner).toEqual(half);
    expect(decodeMairAttr(nibble * 16 + 0x4).outer).toEqual(half);
  });

  it('reserves the bytes of a feature that is not there', () => {
    for (const attr of [0x01, 0x05, 0x09, 0x0d, 0x40, 0xa0]) {
      expect(decodeMairAttr(attr, { xs: false }).type).toBe('reserved');
      expect(decodeMairAttr(attr, { mte2: false }).type).not.toBe('reserved');
    }
    expect(decodeMairAttr(0xf0, { mte2: false })).toMatchObject({
      type: 'reserved',
      requires: 'FEAT_MTE2',
      permitted: 'CONSTRAINED UNPREDICTABLE: behaves as some assigned byte',
    });
  });
});
