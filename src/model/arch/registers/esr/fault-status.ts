/** Kinds of fault that a fault status code names. */
export type FaultKind =
  | 'address-size'
  | 'translation'
  | 'access-flag'
  | 'permission'
  | 'external-abort'
  | 'external-abort-on-walk'
  | 'tag-check'
  | 'parity'
  | 'parity-on-walk'
  | 'alignment'
  | 'granule-protection'
  | 'granule-protection-on-walk'
  | 'tlb-conflict'
  | 'unsupported-atomic-update'
  | 'lockdown'
  | 'unsupported-exclusive-or-atomic';

/** Decode of DFSC or IFSC, bits [5:0] of ESR_EL2 for an abort. */
export interface FaultStatus {
  readonly kind: FaultKind;
  /** Level of the translation, -2 to 3; null where the code has none. */
  readonly level: number | null;
}

const WORDS: Readonly<Record<FaultKind, string>> = {
  'address-size': 'Address size fault',
  translation: 'Translation fault',
  'access-flag': 'Access flag fault',
  permission: 'Permission fault',
  'external-abort': 'synchronous External abort, not on a table walk',
  'external-abort-on-walk': 'synchronous External abort on a table walk',
  'tag-check': 'synchronous Tag Check fault',
  parity: 'synchronous parity or ECC error, not on a table walk',
  'parity-on-walk': 'synchronous parity or ECC error on a table walk',
  alignment: 'Alignment fault',
  'granule-protection': 'Granule Protection Fault, not on a table walk',
  'granule-protection-on-walk': 'Granule Protection Fault on a table walk',
  'tlb-conflict': 'TLB conflict abort',
  'unsupported-atomic-update': 'unsupported atomic hardware update',
  lockdown: 'IMPLEMENTATION DEFINED fault, Lockdown',
  'unsupported-exclusive-or-atomic':
    'IMPLEMENTATION DEFINED fault, unsupported Exclusive or Atomic access',
};

/** The first code of four that stand for levels 0 to 3. */
const BY_LEVEL: readonly [number, FaultKind][] = [
  [0b000000, 'address-size'],
  [0b000100, 'translation'],
  [0b001000, 'access-flag'],
  [0b001100, 'permission'],
  [0b010100, 'external-abort-on-walk'],
  [0b011100, 'parity-on-walk'],
  [0b100100, 'granule-protection-on-walk'],
];

const SINGLE: readonly [number, FaultKind, number | null][] = [
  [0b010000, 'external-abort', null],
  [0b010001, 'tag-check', null],
  [0b010010, 'external-abort-on-walk', -2],
  [0b010011, 'external-abort-on-walk', -1],
  [0b011000, 'parity', null],
  [0b011011, 'parity-on-walk', -1],
  [0b100001, 'alignment', null],
  [0b100010, 'granule-protection-on-walk', -2],
  [0b100011, 'granule-protection-on-walk', -1],
  [0b101000, 'granule-protection', null],
  [0b101001, 'address-size', -1],
  [0b101010, 'translation', -2],
  [0b101011, 'translation', -1],
  [0b101100, 'address-size', -2],
  [0b110000, 'tlb-conflict', null],
  [0b110001, 'unsupported-atomic-update', null],
  [0b110100, 'lockdown', null],
  [0b110101, 'unsupported-exclusive-or-atomic', null],
];

const TABLE = new Map<number, FaultStatus>();
for (const [first, kind] of BY_LEVEL) {
  for (let level = 0; level < 4; level++) TABLE.set(first + level, { kind, level });
}
for (const [code, kind, level] of SINGLE) TABLE.set(code, { kind, level });

/** What a fault status code says; null where it is reserved. Source: ARM-ARM, ESR_EL2. */
export function faultStatus(code: number): FaultStatus | null {
  return TABLE.get(code) ?? null;
}

/** A fault status code in words; null where it is reserved. */
export function faultStatusText(code: number): string | null {
  const status = faultStatus(code);
  if (status === null) return null;
  return status.level === null
    ? WORDS[status.kind]
    : `${WORDS[status.kind]}, level ${status.level}`;
}
