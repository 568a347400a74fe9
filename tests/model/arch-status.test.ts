import { decodeStage2Fault, decodeStage2Leaf, encodeStage2Leaf, type LeafInput } from 'stage-two';
import { describe, expect, it } from 'vitest';
import { meaning } from './support/registers.ts';

/** Fault status codes of the manual (ESR_EL2.DFSC): code, kind, level, and a word of its text. */
const CODES: readonly (readonly [number, string, number | null, RegExp])[] = [
  ...[0, 1, 2, 3].flatMap((level): [number, string, number, RegExp][] => [
    [0b000000 + level, 'address-size', level, /^Address size/],
    [0b000100 + level, 'translation', level, /^Translation/],
    [0b001000 + level, 'access-flag', level, /^Access flag/],
    [0b001100 + level, 'permission', level, /^Permission/],
    [0b010100 + level, 'external-abort-on-walk', level, /External abort on a/],
    [0b011100 + level, 'parity-on-walk', level, /ECC error on a/],
    [0b100100 + level, 'granule-protection-on-walk', level, /^Granule Protection Fault on a/],
  ]),
  [0b010000, 'external-abort', null, /External abort, not on a/],
  [0b010001, 'tag-check', null, /Tag Check/],
  [0b010010, 'external-abort-on-walk', -2, /External abort on a/],
  [0b010011, 'external-abort-on-walk', -1, /External abort on a/],
  [0b011000, 'parity', null, /ECC error, not on a/],
  [0b011011, 'parity-on-walk', -1, /ECC error on a/],
  [0b100001, 'alignment', null, /^Alignment/],
  [0b100010, 'granule-protection-on-walk', -2, /^Granule Protection Fault on a/],
  [0b100011, 'granule-protection-on-walk', -1, /^Granule Protection Fault on a/],
  [0b101000, 'granule-protection', null, /^Granule Protection Fault, not on a/],
  [0b101001, 'address-size', -1, /^Address size/],
  [0b101010, 'translation', -2, /^Translation/],
  [0b101011, 'translation', -1, /^Translation/],
  [0b101100, 'address-size', -2, /^Address size/],
  [0b110000, 'tlb-conflict', null, /^TLB conflict/],
  [0b110001, 'unsupported-atomic-update', null, /atomic hardware update/],
  [0b110100, 'lockdown', null, /Lockdown/],
  [0b110101, 'unsupported-exclusive-or-atomic', null, /Exclusive or Atomic/],
];

describe('a fault status code', () => {
  it.each(CODES)('%i is %s, level %s', (code, kind, level, words) => {
    const esr = (0x24n << 26n) | BigInt(code);
    expect(decodeStage2Fault({ esr, hpfar: 0n, far: 0n })).toMatchObject({ fault: kind, level });
    const text = meaning('ESR_EL2', esr, 'DFSC') ?? '';
    expect(text).toMatch(words);
    expect(text.endsWith(`, level ${level}`)).toBe(level !== null);
  });

  it('is reserved where the manual has none', () => {
    const known = new Set(CODES.map(([code]) => code));
    expect(known.size).toBe(CODES.length);
    for (let code = 0; code < 64; code++) {
      const { fault, level } = decodeStage2Fault({
        esr: (0x20n << 26n) | BigInt(code),
        hpfar: 0n,
        far: 0n,
      });
      expect([code, fault === null]).toEqual([code, !known.has(code)]);
      expect(fault === null ? level : null).toBeNull();
    }
  });
});

describe('an error of a leaf', () => {
  const base: LeafInput = { fwb: true, level: 2, memAttr: 6 };

  it.each<[Partial<LeafInput>, string]>([
    [{ level: 0 }, 'level'],
    [{ level: 0, granule: '64K' }, 'level'],
    [{ lpa2: true, sh: 3 }, 'lpa2'],
    [{ xs: false, fnxs: true }, 'FEAT_XS'],
    [{ nT: true }, 'FEAT_BBML1'],
    [{ xnx: false, execute: { el1: true, el0: false } }, 'FEAT_XNX'],
  ])('%o says what contradicts what, and has an example that helps', (changes, word) => {
    const { error } = encodeStage2Leaf(0n, { ...base, ...changes });
    expect(error?.code).toBe('contradiction');
    expect(error?.expected).toContain(word);
    expect(error?.remedy).toMatch(/^(Give|Set|Leave) .*\.$/);
    const sample = new Function(`return { ${error?.example} }`)() as object;
    const fixed = { ...base, ...changes, ...sample };
    if ('lpa2' in sample) delete fixed.sh;
    expect(encodeStage2Leaf(0n, fixed).error).toBeUndefined();
    expect(error?.received).toMatch(
      /^[a-zA-Z]+ = (true|\{ el1: true, el0: false \}|\d \(a number\))$/,
    );
  });

  it('names the address or the value', () => {
    expect(encodeStage2Leaf('x' as never, base).error?.received).toMatch(/^outputAddress = "x"/);
    expect(encodeStage2Leaf(1n << 60n, base).error?.received).toMatch(/^outputAddress = 0x1000/);
    const leaf = decodeStage2Leaf('x' as never, { fwb: true, level: 2 });
    expect(leaf.error?.received).toMatch(/^value = "x"/);
    expect(leaf).toMatchObject({ kind: 'leaf', type: 'invalid', fields: [], memory: null });
    expect(decodeStage2Leaf(0n, { fwb: true, level: 0, granule: '64K' }).error).toMatchObject({
      code: 'contradiction',
      example: 'level: 2',
    });
  });

  it('takes 48 bits of address, and 52 with lpa2', () => {
    const max = (more: Partial<LeafInput>) =>
      [47n, 48n, 49n, 50n, 51n, 52n].filter(
        (bit) => encodeStage2Leaf(1n << bit, { ...base, ...more }).error === undefined,
      );
    expect(max({})).toEqual([47n]);
    expect(max({ lpa2: true })).toEqual([47n, 48n, 49n, 50n, 51n]);
    expect(max({ granule: '64K' })).toEqual([47n]);
    expect(max({ granule: '64K', lpa2: true })).toEqual([47n, 48n, 49n, 50n, 51n]);
    expect(max({ granule: '16K', lpa2: true })).toEqual([47n, 48n, 49n, 50n, 51n]);
  });
});

describe('the fields of a leaf', () => {
  const OPTIONS = (['4K', '16K', '64K'] as const).flatMap((granule) =>
    [0, 1, 2, 3].flatMap((level) =>
      [false, true].flatMap((lpa2) =>
        [false, true].map((bbml1) => ({ fwb: true, level, granule, lpa2, bbml1, xs: bbml1 })),
      ),
    ),
  );

  /** Where fields leave a gap between bit 63 and bit 0, or overlap. */
  const gaps = (fields: readonly { readonly bits: string; readonly name: string }[]): string[] => {
    let next = 63;
    const wrong: string[] = [];
    for (const { bits, name } of fields) {
      const [hi = 0, lo = hi] = bits.split(':').map(Number);
      if (hi !== next) wrong.push(`${name} at ${bits}, not ${next}`);
      next = lo - 1;
    }
    return next === -1 ? wrong : [...wrong, `ends at ${next + 1}`];
  };

  it.each([0n, 1n, 3n])('of a value that ends in %i cover every bit once', (low) => {
    const decoded = OPTIONS.map((options) => decodeStage2Leaf(low, options));
    const read = decoded.filter(({ error }) => error === undefined);
    expect(read.length).toBeGreaterThan(40);
    expect(read.flatMap(({ fields }) => gaps(fields))).toEqual([]);
  });

  it('hold the address as it is, part by part', () => {
    const addresses = OPTIONS.flatMap((options) => {
      const bits = options.lpa2 ? 52n : 48n;
      const address = ((1n << bits) - 1n) & ~((1n << 42n) - 1n);
      const leaf = encodeStage2Leaf(address, { ...options, memAttr: 6 });
      if (leaf.error !== undefined) return [];
      const decoded = decodeStage2Leaf(BigInt(leaf.value ?? 0), options);
      const parts = decoded.fields.filter(({ name }) => name.startsWith('OAB['));
      const sum = parts.reduce((whole, { meaning: part }) => whole | BigInt(part), 0n);
      return [[options, decoded.outputAddress, sum === address, parts.length > 0] as const];
    });
    expect(addresses.length).toBeGreaterThan(10);
    for (const [options, decoded, whole, some] of addresses)
      expect([options, decoded !== null, whole, some]).toEqual([options, true, true, true]);
  });
});
