import { describe, expect, test } from 'vitest';
import type { HElement, HNode } from '../../src/figures/show/node.ts';
import { bitRuler } from '../../src/figures/show/ruler.ts';
import type { RulerField, Ruled } from '../../src/figures/show/ruler.ts';

const isElement = (node: HNode): node is HElement => typeof node !== 'string';
const below = (node: HElement): HElement[] =>
  node.children.filter(isElement).flatMap((child) => [child, ...below(child)]);
const textOf = (node: HNode): string =>
  isElement(node) ? node.children.map(textOf).join('') : node;
const classed = (node: HElement, name: string): boolean =>
  String(node.attrs['class']).split(' ').includes(name);

// Arm ARM, CTR_EL0: DIC is bit 29, IDC bit 28, CWG bits 27 to 24, bit 31 is RES1.
const CTR: readonly RulerField[] = [
  { name: 'RES0', hi: 63, lo: 38, reserved: true },
  { name: 'TminLine', hi: 37, lo: 32 },
  { name: 'RES1', hi: 31, lo: 31, reserved: true },
  { name: 'RES0', hi: 30, lo: 30, reserved: true, wrong: true },
  { name: 'DIC', hi: 29, lo: 29 },
  { name: 'IDC', hi: 28, lo: 28 },
  { name: 'CWG', hi: 27, lo: 24 },
  { name: 'rest', hi: 23, lo: 0 },
];
const ctr = (value: bigint): Ruled => ({ name: 'CTR_EL0', bits: 64, value, fields: CTR });

/** Number and digit of each cell, as drawn, from left to right and downwards. */
function cellsOf(ruler: HElement): [bit: string, digit: string][] {
  const words = (name: string) =>
    below(ruler)
      .filter((node) => classed(node, name))
      .map(textOf);
  const digits = words('ruler-value');
  return words('ruler-bit').map((bit, i) => [bit, digits[i] ?? '']);
}

describe('a ruler', () => {
  test.each([0n, 0xf4448004n, 2n ** 63n, 2n ** 64n - 1n, 0x0123456789abcdefn])(
    'has every bit of %d once, with its number, highest first',
    (value) => {
      const cells = cellsOf(bitRuler(ctr(value)));
      expect(cells.map(([bit]) => Number(bit))).toEqual(
        Array.from({ length: 64 }, (_, i) => 63 - i),
      );
      expect(cells.map(([, digit]) => digit).join('')).toBe(value.toString(2).padStart(64, '0'));
    },
  );

  test('of 32 bits has one row', () => {
    const fields = [{ name: 'all', hi: 31, lo: 0 }];
    const ruler = bitRuler({ name: 'R', bits: 32, value: 1n, fields });
    expect(cellsOf(ruler)).toHaveLength(32);
    expect(ruler.attrs['aria-label']).toBe(
      'R 0x00000001, 32 bits with 1 named field; not 0: all, bits 31 to 0, 0x1.',
    );
  });

  test('names each field, marks what is reserved, and signs what is wrong by more than colour', () => {
    const fields = below(bitRuler(ctr(0xc0000000n))).filter((node) => classed(node, 'ruler-field'));
    expect(fields.map(textOf)).toEqual(CTR.map(({ name, wrong }) => (wrong ? `${name} !` : name)));
    const none = fields.filter((node) => classed(node, 'ruler-none'));
    expect(none.map(textOf)).toEqual(['RES0', 'RES1', 'RES0 !']);
  });

  test('stands a name upright where its field is narrower, and lets it lie where it is not', () => {
    const names = new Set(['VM', 'AMVOFFEN']);
    const fields = [
      { name: 'VM', hi: 63, lo: 63 },
      { name: 'AMVOFFEN', hi: 62, lo: 62 },
      { name: 'AMVOFFEN', hi: 61, lo: 32 },
      { name: 'rest', hi: 31, lo: 0 },
    ];
    const ruler = bitRuler({ name: 'R', bits: 64, value: 0n, fields });
    const texts = below(ruler).filter(
      ({ tag, children }) => tag === 'text' && names.has(textOf(children[0] ?? '')),
    );
    expect(texts.map((node) => classed(node, 'ruler-up'))).toEqual([false, true, false]);
  });

  test('draws a field of both rows in each, open where it goes on', () => {
    const fields = [
      { name: 'high', hi: 63, lo: 48 },
      { name: 'FIPA', hi: 47, lo: 4 },
      { name: 'low', hi: 3, lo: 0 },
    ];
    const parts = below(bitRuler({ name: 'R', bits: 64, value: 0n, fields }))
      .filter((node) => classed(node, 'ruler-field') && textOf(node) === 'FIPA')
      .map((node) => below(node).find(({ tag }) => tag === 'path')?.attrs['d']);
    expect(parts).toHaveLength(2);
    // A closed end has an upright stroke: the upper part has it at its left, the lower at its right.
    expect(parts.map((d) => /^M[\d.]+ [\d.]+V/.test(String(d)))).toEqual([true, false]);
    expect(parts.map((d) => /H\S+V\S+$/.test(String(d)))).toEqual([false, true]);
  });

  test('says in words what is not 0', () => {
    expect(bitRuler(ctr(0xf4000000n)).attrs['aria-label']).toBe(
      'CTR_EL0 0x00000000f4000000, 64 bits with 5 named fields; not 0: ' +
        'RES0, bit 30, 0x1, which must not stand there; DIC, bit 29, 0x1; IDC, bit 28, 0x1; ' +
        'CWG, bits 27 to 24, 0x4.',
    );
    expect(bitRuler(ctr(0n)).attrs['aria-label']).toMatch(/; all 0\.$/);
  });
});
