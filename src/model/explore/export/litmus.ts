// cspell:words LDAR LDXR Lself STLR STXR herdtools
import type { Property } from '../../machine/properties.ts';
import { isCached, type Setup } from '../../machine/setup.ts';

/** A program for herd7, and under which rules it is asked. Plain data. */
export interface Litmus {
  /** Stable name, unique by what the program does. */
  readonly name: string;
  /** True: `LITMUS_LINES` stand over Arm's own. False: `aarch64.cat` as Arm wrote it. */
  readonly ours: boolean;
  readonly text: string;
}

/**
 * What stands over Arm's `aarch64.cat` for an access that goes around the cache, inserted after `LITMUS_AFTER`.
 * No published model has accesses of two types to one location (herdtools7, issue 653). An exclusive load
 * or store stands for one that goes around: it is an ordinary access otherwise, and has a name there. Such
 * a load need not see what a cached store left in a line, unless the line was cleaned (DC CVAC, then DSB)
 * before it; and a cached load need not see what such a store left in memory.
 */
export const LITMUS_LINES = `(* Stage Two: an exclusive access stands for one that goes around the cache. *)
let Around-R = Exp & R & X
let Around-W = Exp & W & X
let cleaned = [Exp & W]; (po | rf; po); [DC.CVAC]; po; [dsb.full]; (po | po; rf; po)
let missed = ([Around-R]; fr; [Exp & W]) \\ cleaned^-1
let older = [(Exp & R) \\ X]; fr; [Around-W]
let ca = ca \\ (missed | older)
`;

/** The line of `aarch64.cat` after which `LITMUS_LINES` stand. */
export const LITMUS_AFTER = 'let ca = fr | co\n';

const ASKED: Partial<Readonly<Record<Property, (setup: Setup) => Litmus | null>>> = {
  noLeak: leakLitmus,
  coherent: olderLitmus,
  noStaleFetch: fetchLitmus,
};

/**
 * What a set-up is asked, as a program for herd7: the old value can be seen where the property breaks.
 * Null where its language cannot ask it: of errors and of types, of an owner whose mapping is not
 * cacheable, and of a page that B never gets.
 */
export function litmusOf(setup: Setup, property: Property): Litmus | null {
  return setup.ownerCacheable ? (ASKED[property]?.(setup) ?? null) : null;
}

/**
 * The owner scrubs what A left, through the cache, and tells B, who reads: does B see what A left? None
 * where B never has the page.
 */
function leakLitmus({ guestData, cleans }: Setup): Litmus | null {
  if (guestData === null) return null;
  const through = isCached(guestData);
  const name = `leak-${through ? 'through' : 'around'}${cleans ? '-cleaned' : ''}`;
  const text = litmus(name, 'int x=1;', [
    ['MOV W0,#0', 'LDAR W4,[X3]'],
    ['STR W0,[X1]', through ? 'LDR W2,[X1]' : 'LDXR W2,[X1]'],
    ...(cleans ? [['DC CVAC,X1', ''] as const] : []),
    ['DSB SY', ''],
    ['MOV W5,#1', ''],
    ['STLR W5,[X3]', ''],
  ]);
  return { name, ours: true, text: `${text}exists (1:X4=1 /\\ 1:X2=1)\n` };
}

/** B writes and tells the owner, who reads through the cache: does the owner see what was there before? */
function olderLitmus({ guestData }: Setup): Litmus | null {
  if (guestData === null) return null;
  const through = isCached(guestData);
  const name = `older-${through ? 'through' : 'around'}`;
  const text = litmus(name, 'int x=0;', [
    ['MOV W0,#1', 'LDAR W4,[X3]'],
    [through ? 'MOV W6,#0' : 'LDXR W7,[X1]', 'LDR W2,[X1]'],
    [through ? 'STR W0,[X1]' : 'STXR W6,W0,[X1]', ''],
    ['DSB SY', ''],
    ['MOV W5,#1', ''],
    ['STLR W5,[X3]', ''],
  ]);
  return { name, ours: true, text: `${text}exists (0:X6=0 /\\ 1:X4=1 /\\ 1:X2=0)\n` };
}

/**
 * An instruction is written, with KVM's maintenance or without, and then fetched: does the old one run?
 * None where a fetch does not go through the cache. IDC is 1, as for the machine.
 */
function fetchLitmus({ guestFetch, invalidatesI, host: { dic } }: Setup): Litmus | null {
  if (!isCached(guestFetch)) return null;
  const name = `fetch-${dic ? 'dic' : 'no-dic'}${invalidatesI ? '-maintained' : ''}`;
  const maintenance = ['DC CVAU,X0', 'DSB ISH', 'IC IVAU,X0'];
  const lines = [
    'STR W1,[X0]',
    ...(invalidatesI ? maintenance : []),
    'DSB ISH',
    'ISB',
    'Lself:',
    'B L1',
    'MOV W2,#1',
    'L1:',
  ];
  const text = [
    `AArch64 ${name}`,
    `CacheType=${dic ? 'DIC IDC' : 'IDC'}`,
    '{',
    '0:X1=instr:"NOP"; 0:X0=P0:Lself;',
    '}',
    ...[' P0', ...lines.map((line) => ` ${line}`)].map((line) => `${line.padEnd(14)};`),
    'exists (0:X2=0)',
    '',
  ].join('\n');
  return { name, ours: false, text };
}

type Row = readonly [left: string, right: string];

function litmus(name: string, first: string, rows: readonly Row[]): string {
  const lines = ([['P0', 'P1'], ...rows] as readonly Row[]).map(
    ([left, right]) => ` ${left.padEnd(16)}| ${right.padEnd(13)};`,
  );
  return [
    `AArch64 ${name}`,
    '{',
    `0:X1=x; 0:X3=f; 1:X1=x; 1:X3=f; ${first} int f=0;`,
    '}',
    ...lines,
    '',
  ].join('\n');
}
