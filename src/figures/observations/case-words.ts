import { PGPROTS } from '../../observations/protocol.ts';
import type { RecordedCase } from '../../observations/schema.ts';
import { flagsOf, madeWords, protectionWords, vmaWords } from './vma-words.ts';

/** Families of which the heading says flag and memory. */
const PLAIN: ReadonlySet<string> = new Set([
  'pfnmap',
  'mixedmap',
  'pfnmap-ram',
  'mixedmap-ram',
  'inserted',
  'repeated',
]);

/** What the cases of a row are about, but for the access, where their family does not say it. */
export function situationWords(family: string, cases: readonly RecordedCase[]): string {
  const [one] = cases;
  if (one === undefined) return '';
  const own = [...new Set(cases.map(({ vma }) => protectionWords(vma)))];
  const protections = own.length === PGPROTS.length ? 'all four protections' : own.join(', ');
  if (PLAIN.has(family)) return [protections, ...restWords(family, one)].join('; ');
  const { vma, second, then } = one;
  const slot = vmaWords(vma, protections).join(', ');
  if (second !== null) return `${slot}; then ${vmaWords(second).join(', ')}${dirtyWords(one)}`;
  const now = then?.vma ? ` → ${vmaWords(then.vma).join(', ')}` : '';
  return `${slot}${now}${dirtyWords(one)}`;
}

/** What a plain VMA is beside its protection. */
export function restWords(family: string, { vma }: RecordedCase): readonly string[] {
  const extra = flagsOf(vma).filter((flag) => flag !== 'VM_PFNMAP' && flag !== 'VM_MIXEDMAP');
  const over = family === 'repeated' && vma.memory === 'ram' ? ['over RAM'] : [];
  return [...over, ...madeWords(vma), ...extra];
}

function dirtyWords({ slot, then }: RecordedCase): string {
  const flag = 'KVM_MEM_LOG_DIRTY_PAGES';
  if (slot?.flags.includes(flag)) return '; logs at once';
  return then?.move === 'flags' && (then.flags ?? []).includes(flag) ? '; logs later' : '';
}

const OPS: Readonly<Record<NonNullable<RecordedCase['guest']>['op'], string>> = {
  load: 'load',
  store: 'store',
  execute: 'execute',
  'unaligned-load': 'unaligned load',
  'dc-zva': 'DC ZVA',
  exclusives: 'exclusives',
  'load-store': 'load, then store',
  'load-execute': 'load, then execute',
};

/** What the guest does; null where no run of the case came so far. */
export function accessWords({ guest }: RecordedCase): string | null {
  return guest && `${OPS[guest.op]}${guest.mmu ? WITH_MMU : ''}`;
}

/** The accesses of several cases on one line; many are counted, and the opened row names them. */
export function accessesWords(cases: readonly RecordedCase[]): string {
  const all = [...new Set(cases.map(accessOf))];
  const [first = '', second] = all;
  const words =
    all.length === 2 && second === first + WITH_MMU ? `${first}, MMU off/on` : all.join(', ');
  return words.length > ONE_LINE ? `${all.length} accesses` : words;
}

const WITH_MMU = ' with the MMU on';
/** Letters that fit beside the signs. */
const ONE_LINE = 22;

function accessOf(one: RecordedCase): string {
  const access = accessWords(one);
  if (access === null) return 'none';
  return one.second === null ? access : `${access} in the ${one.guest?.at}`;
}
