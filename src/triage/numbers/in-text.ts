import { hex, NUMBER, wordOf } from '../keys/number.ts';
import { OF_LEAF, OF_REGISTER } from '../read/near-numbers.ts';

/** The key of each register, and the Exception levels that have one. */
const REGISTERS: Readonly<Record<string, readonly [key: string, levels: string]>> = {
  ESR: ['esr', '12'],
  FAR: ['far', '12'],
  HPFAR: ['hpfar', '2'],
  MAIR: ['mair', '1'],
  CTR: ['ctr', '0'],
  MMFR2: ['mmfr2', '1'],
  HCR: ['hcr', '2'],
  VTCR: ['vtcr', '2'],
};

const NAMED = new RegExp(
  String.raw`(?<![A-Za-z0-9_])(?<name>(?:SYS_)?(?:ESR|HPFAR|FAR|MAIR|CTR|(?:ID_AA64)?MMFR2|HCR|VTCR)(?:[_. -]?EL(?:[0-3x]|12))?)(?:\s?\[\d{1,2}:\d\])?["']?(?:\s{0,20}(?:=|:|\||is|->)\s{0,20}|\s{1,20})["']?(?<value>${NUMBER})(?![\w.])`,
  'gi',
);
const alias = (key: string, near: RegExp, form: RegExp | string) => ({
  key,
  near,
  form: typeof form === 'string' ? new RegExp(`${form}(?![\\w.])`, 'i') : form,
});
const AFTER = String.raw`\b["']?\s?[=:]?\s{0,3}`;

/** Names that trace points and VMMs have for the same registers; `near` is asked first, because it is cheap. */
const ALIASES = [
  alias('esr', /esr|hsr|syndrome/, String.raw`\b(?:hsr|syndrome|esr)${AFTER}(${NUMBER})`),
  alias(
    'esr',
    /error|abort|fault/,
    /(?:Internal error: [\w ,-]{0,60}|synchronous external abort|synchronous abort|alignment fault|SError[\w ,-]{0,40})(?:: | \()(?:0x)?([0-9a-f]{8,16})\b/i,
  ),
  alias('esr', /unhandled/, /Unhandled fault: [\w ,-]{1,60} \((0x[0-9a-f]{8,16})\)/i),
  alias('far', /hxfar|gva|vaddr/, String.raw`\b(?:hxfar|gva|vaddr)${AFTER}(0x${NUMBER})`),
  alias(
    'far',
    /(?:virtual|fault|abort|unable|paging|dereference).{0,80}address/,
    /at (?:virtual )?address (?:0x)?([0-9a-f]{8,16})\b/i,
  ),
  alias('ipa', /ipa|gpa/, String.raw`\b(?:ipa|gpa|fault_ipa)${AFTER}(${NUMBER})`),
];
const STATUS =
  /\b(?:HSR_)?EC ?[=:] ?(0x[0-9a-f]{1,4})\b|\b(?:x|D|I)?FSC ?= ?(0x[0-9a-f]{1,2})\b|\bWnR ?= ?([01])\b|\bISV ?= ?([01])\b/gi;
const STATUS_KEYS = ['ec', 'fsc', 'wnr', 'isv'] as const;

/** A syndrome as UEFI firmware prints it, in its parts. */
const PARTS = /\bESR ?: ?EC 0x([0-9a-f]{1,2}) IL 0x([01]) ISS 0x([0-9a-f]{1,8})\b/i;

const LEAF = new RegExp(
  String.raw`\b(?:s2[_ -]?)?(?:pte|ptep|pmd|leaf|desc|descriptor|entry)\b["']?\s{0,3}(?:val(?:ue)?)?\s?[=:]?\s{0,3}(0x[0-9a-f_]{5,24}|[0-9a-f]{16})(?![\w.])`,
  'gi',
);

export type Facts = (readonly [key: string, value: string])[];

/** The numbers of a line, and the registers among them that are named in full. */
export interface Numbers {
  readonly facts: Facts;
  readonly named: readonly { readonly key: string; readonly value: bigint }[];
}

/** The numbers of a line, in the spellings of logs and debuggers. */
export function numbersIn(text: string): Numbers {
  const low = text.toLowerCase();
  const facts = leavesIn(text, low);
  const named: { key: string; value: bigint }[] = [];
  for (const match of OF_REGISTER.test(low) ? text.matchAll(NAMED) : []) {
    const { name = '', value: digits = '' } = match.groups ?? {};
    const key = keyOf(name);
    // The name of a field, and not its digits: `ESR : EC 0x25`.
    const value = /^EC$/i.test(digits) ? null : wordOf(digits, key === 'esr' ? 8 : null);
    if (key === null || value === null || value < 2n) continue;
    facts.push(...factsOf(key, value));
    named.push({ key, value });
  }
  const parts = PARTS.exec(text);
  if (parts) {
    const [ec = 0n, il = 0n, iss = 0n] = parts.slice(1).map((digits) => BigInt(`0x${digits}`));
    facts.push(...factsOf('esr', (ec << 26n) | (il << 25n) | iss));
  }
  let syndrome = parts !== null || named.some(({ key }) => key === 'esr');
  for (const { key, near, form } of ALIASES) {
    if ((key === 'esr' && syndrome) || !near.test(low)) continue;
    if (key === 'ipa' && /slot|memory_size|size=/.test(low) && !/memory_fault|exit/.test(low))
      continue;
    const found = form.exec(text)?.[1] ?? '';
    // A kernel prints an address in hex without saying so.
    const bare = key === 'far' && found !== '' && !/^0x/i.test(found);
    const value = wordOf(bare ? `0x${found}` : found, key === 'esr' ? 8 : null);
    if (value === null) continue;
    if (key === 'esr') {
      facts.push(...factsOf('esr', value));
      syndrome = true;
    } else facts.push([key, hex(value)]);
  }
  if (!syndrome) facts.push(...statusIn(text));
  return { facts, named };
}

const NAME = /^(?:SYS_)?(?:ID_AA64)?([A-Z]{3,5}2?)(?:[_. -]?EL([0-3x]))?/i;

/** The key of the register that a name means: one without its level is that of EL2, as KVM prints it. */
function keyOf(name: string): string | null {
  const [, stem = '', level] = NAME.exec(name) ?? [];
  const [key, levels = ''] = REGISTERS[stem.toUpperCase()] ?? [];
  const own = level?.toLowerCase().replace('x', '2') ?? levels;
  return key !== undefined && levels.includes(own) ? key : null;
}

/** A register; bits above 55 are in no syndrome. */
const factsOf = (key: string, value: bigint): Facts =>
  key === 'esr' && value > 0xff_ffff_ffff_ffffn ? [] : [[key, hex(value)]];

const statusIn = (text: string): Facts =>
  [...text.matchAll(STATUS)].flatMap((match) =>
    STATUS_KEYS.flatMap((key, index): Facts => {
      const value = match[index + 1];
      return value === undefined ? [] : [[key, value.length > 1 ? hex(BigInt(value)) : value]];
    }),
  );

function leavesIn(text: string, low: string): Facts {
  // What an oops prints after pgd= is the kernel's own stage 1.
  if (!OF_LEAF.test(low) || /vmflags|page table walk|pgd ?=/.test(low)) return [];
  return [...text.matchAll(LEAF)].flatMap(([, digits = '']): Facts => {
    const value = wordOf(digits);
    return value !== null && value > 0xfffn ? [['leaf', hex(value)]] : [];
  });
}

/** What a number is that is all of a short text: a syndrome of an abort, or a leaf, if its bits fit one. */
export function factsOfBare(digits: string): Facts {
  const value = wordOf(digits);
  if (value === null) return [];
  if (isAbort(value)) return factsOf('esr', value);
  return isLeaf(value) ? [['leaf', hex(value)]] : [];
}

/** EC of an abort, IL as every abort of data has it, and nothing above bit 31. */
function isAbort(value: bigint): boolean {
  return (
    value < 1n << 32n &&
    [0x20n, 0x21n, 0x24n, 0x25n].includes(value >> 26n) &&
    (value & (1n << 25n)) !== 0n
  );
}

/** Valid, a page, accessed, an address below 2 to the 48, and no bit for hardware or software above. */
function isLeaf(value: bigint): boolean {
  return (
    (value & 0x403n) === 0x403n &&
    ((value >> 55n) & 0x1ffn) === 0n &&
    ((value >> 48n) & 0x7n) === 0n &&
    value > 1n << 32n
  );
}
