import { formsOfErrno } from './keys/errno.ts';
import type { Fact } from './read/notebook.ts';

/** A part of a line, in characters from its begin. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How the log names what has no name of its own. */
const PHRASES: Readonly<Record<string, RegExp>> = {
  fwb: /stage-2 force write-back|\bFWB\b/i,
  dic: /instruction cache invalidation not required|\bDIC\b/i,
  idc: /data cache clean to the pou not required|\bIDC\b/i,
  mte: /\bmte\b/i,
  pkvm: /\b(?:protected |hyp )?[hn]?VHE(?:\+NV2)? mode initialized|\bkvm-arm\.mode=\w{1,12}|\bpkvm\b/i,
  protectedVm: /\bprotected\b|KVM_CREATE_VM/i,
  fscLine: /Unsupported FSC/i,
  vmaLine: /Failed to find VMA/i,
  vmFlags: /VmFlags:.{0,200}/i,
  'slot.flags': /\bflags\b\W{0,4}[\w|]{0,100}/i,
  fd: /\/dev\/kvm|kvm-vm|\bVM\b/i,
  call: /\bKVM_\w{1,40}|\bVFIO_\w{1,40}|\bIOMMU_\w{1,40}|vfio_dma_map|kvm run\b/i,
};

/**
 * Where in its line the words of a fact stand, as they were pasted; null where the line says it in
 * other words, as a syndrome says a class.
 */
export function whereIn({ key, value, text }: Fact): Span | null {
  for (const form of [...formsOf(key, value), PHRASES[key]]) {
    const found = form?.exec(text);
    if (found && found[0] !== '') return { from: found.index, to: found.index + found[0].length };
  }
  return null;
}

function formsOf(key: string, value: string): RegExp[] {
  if (key === 'errno') return [...formsOfErrno(value)];
  if (key === 'capabilityAnswer')
    return /^\d/.test(value)
      ? [new RegExp(`(?<=[=:]\\s{0,3}|VM\\s)${value}\\b`)]
      : [...formsOfErrno(value)];
  if (/^0x[0-9a-f]+$/i.test(value)) return numberForms(BigInt(value));
  if (/^\d+$/.test(value)) return value.length > 1 ? numberForms(BigInt(value)) : [];
  return [new RegExp(value.split(' ').map(quoted).join('|'), 'i'), ...exitForms(value)];
}

/** A number in hex, with signs between its digits, or in decimal. */
function numberForms(value: bigint): RegExp[] {
  const digits = [...value.toString(16)].join("[_'` ]?");
  return [
    new RegExp(`(?<![0-9a-z])(?:0x)?[0_'\`]{0,20}${digits}(?![0-9a-z])`, 'i'),
    new RegExp(`(?<![0-9a-z])${value}(?![0-9a-z])`, 'i'),
  ];
}

/** An exit as Rust writes it, or its number. */
function exitForms(value: string): RegExp[] {
  const name = /^KVM_EXIT_(\w+)$/.exec(value)?.[1];
  if (name === undefined) return [];
  return [
    new RegExp(name.split('_').map(quoted).join('_?'), 'i'),
    /exit_?\s?reason\W{0,3}\w{1,4}/i,
  ];
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
