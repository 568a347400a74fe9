import { inputError } from '../../base/diagnose.ts';
import { readByFields } from '../../base/read-fields.ts';
import { BadInput } from '../../base/read-input.ts';
import { readWord } from '../../base/read-word.ts';
import { wordHex } from '../../base/word.ts';
import { stage2LeafOf } from './leaf-of.ts';
import { LEAF_FIELDS, s2apOf, xnOf, type LeafInput, type LeafQuery } from './encode-input.ts';
import { addressBits, addressField, hasDs, leafBits } from './geometry.ts';
import { NO_LEAF, type Stage2Leaf } from './leaf.ts';
import { optionsContradict } from './options.ts';

/**
 * Makes a stage-2 block or page descriptor: `value` of the answer, beside its decode. Reserved
 * values of MemAttr and SH can be written and are findings. What the options have no bit for is an
 * error, and so is an address that is not aligned to the size of the leaf.
 * `decodeStage2Leaf(BigInt(leaf.value), options)` gives the same answer.
 * Source: ARM-ARM, table D8-53.
 */
export function encodeStage2Leaf(outputAddress: bigint | number, input: LeafInput): Stage2Leaf {
  const address = readWord('outputAddress', outputAddress);
  if (address instanceof BadInput) return { ...NO_LEAF, error: address.error };
  const q = readByFields(LEAF_FIELDS, input);
  if (q instanceof BadInput) return { ...NO_LEAF, error: q.error };
  const low = leafBits(q);
  const bad = optionsContradict(q) ?? (low === null ? noLeaf(q) : null) ?? noBit(q);
  if (bad !== null || low === null) return { ...NO_LEAF, ...(bad ? { error: bad.error } : {}) };
  const wrong = wrongAddress(address, low, q);
  return wrong === null
    ? stage2LeafOf(bitsOf(q) | addressField(address, q), q)
    : { ...NO_LEAF, error: wrong.error };
}

/** Everything but the address. */
function bitsOf(q: LeafQuery): bigint {
  const page = q.level === 3;
  const sh = hasDs(q) ? 0 : (q.sh ?? 3);
  const flag = (set: boolean, bit: bigint) => (set ? 1n << bit : 0n);
  return (
    flag(true, 0n) |
    flag(page, 1n) |
    (BigInt(q.memAttr) << 2n) |
    (BigInt(s2apOf(q)) << 6n) |
    (BigInt(sh) << 8n) |
    flag(q.af, 10n) |
    flag(q.fnxs, 11n) |
    flag(q.nT, 16n) |
    flag(q.dbm, 51n) |
    flag(q.contiguous, 52n) |
    (BigInt(xnOf(q)) << 53n) |
    (BigInt(q.software) << 55n) |
    (BigInt(q.pbha) << 59n)
  );
}

function noLeaf({ granule, level }: LeafQuery): BadInput {
  const wanted = `a level that has leaves with the ${granule} granule`;
  return contradiction('level', level, wanted, 'level: 2', 'Give a level nearer to 3, or lpa2.');
}

/** What the input asks for but the options have no bit for. */
function noBit(q: LeafQuery): BadInput | null {
  if (q.sh !== null && hasDs(q)) {
    const remedy = 'Leave sh out: with VTCR_EL2.DS = 1 the field SH0 of VTCR_EL2 supplies it.';
    return contradiction('sh', q.sh, 'no sh together with lpa2', 'lpa2: true', remedy);
  }
  if (q.fnxs && !q.xs) {
    const remedy = 'Set xs, or leave fnxs out.';
    return contradiction('fnxs', true, 'fnxs only with FEAT_XS', 'fnxs: false', remedy);
  }
  if (q.nT && (q.level === 3 || !q.bbml1)) {
    const remedy = 'Set bbml1 and give a level of blocks, or leave nT out.';
    return contradiction('nT', true, 'nT only in a block, with FEAT_BBML1', 'nT: false', remedy);
  }
  const xn = xnOf(q);
  if ((xn & 1) !== 0 && !q.xnx) {
    const remedy = 'Set xnx, or give el1 and el0 the same value.';
    return new BadInput({
      code: 'contradiction',
      received: `execute = { el1: ${xn === 3}, el0: ${xn === 1} }`,
      expected: 'el1 and el0 alike without FEAT_XNX',
      example: 'execute: { el1: true, el0: true }',
      remedy,
    });
  }
  return null;
}

function wrongAddress(address: bigint, low: number, q: LeafQuery): BadInput | null {
  const size = 1n << BigInt(low);
  const limit = 1n << BigInt(addressBits(q));
  if (address < limit && address % size === 0n) return null;
  return new BadInput({
    code: 'out-of-range',
    received: `outputAddress = ${wordHex(address)}`,
    expected: `a multiple of 0x${size.toString(16)} below 2 ** ${addressBits(q)}`,
    example: `0x${size.toString(16)}n`,
    remedy: 'Give an address that is aligned to what the leaf maps.',
  });
}

function contradiction(
  place: string,
  value: unknown,
  wanted: string,
  sample: string,
  remedy: string,
): BadInput {
  return new BadInput(inputError('contradiction', place, value, wanted, sample, remedy));
}
