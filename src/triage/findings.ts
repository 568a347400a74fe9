import type { Triage } from './answer.ts';
import { triage } from './triage.ts';

/** Something that a person can find out beside the error. */
export interface Finding {
  readonly id: string;
  /** What was found, in a line; code between backticks. */
  readonly words: string;
  /** The same as choices beside a text. */
  readonly choices: Readonly<Record<string, string>>;
}

const ANSWERED = { capability: '243', fd: 'vm' };
const SYNDROME = { fscLine: '1', ec: '0x24' };
const ALIGNED = {
  'slot.memorySize': '0x10000',
  'slot.guestPhysAddr': '0x10000',
  'slot.userspaceAddr': '0x10000',
};

/** What can be found out, the cheap things first. Where a range is meant, one of it is chosen. */
export const FINDINGS: readonly Finding[] = [
  {
    id: 'no-fsc-line',
    words: '`dmesg` of the host has no “Unsupported FSC”',
    choices: { fscLine: '0' },
  },
  {
    id: 'fsc-alignment',
    words: '`dmesg` has “Unsupported FSC” with `xFSC=0x21`',
    choices: { ...SYNDROME, fsc: '0x21' },
  },
  {
    id: 'fsc-other',
    words: '`dmesg` has “Unsupported FSC” with another `xFSC`',
    choices: { ...SYNDROME, fsc: '0x30' },
  },
  {
    id: 'no-vma-line',
    words: '`dmesg` has no “Failed to find VMA for hva”',
    choices: { vmaLine: '0' },
  },
  {
    id: 'vma-line',
    words: '`dmesg` has “Failed to find VMA for hva”',
    choices: { vmaLine: '1' },
  },
  { id: 'reads-work', words: 'A read of the same page works', choices: { readsWork: '1' } },
  {
    id: 'aligned',
    words: 'Size and both addresses of the slot are multiples of 0x10000',
    choices: ALIGNED,
  },
  { id: 'new-slot', words: 'The slot was not there before', choices: { 'slot.exists': '0' } },
  { id: 'no-flags', words: 'The `flags` of the slots are 0', choices: { 'slot.flags': '0' } },
  { id: 'no-mte', words: 'The VM has no MTE', choices: { mte: '0' } },
  {
    id: 'says-1',
    words: 'Capability 243 answers 1 on the VM',
    choices: { ...ANSWERED, capabilityAnswer: '1' },
  },
  { id: 'fwb', words: 'The boot log says that the host has FWB', choices: { fwb: '1' } },
  {
    id: 'fwb-dic',
    words: 'The boot log says that the host has FWB and DIC',
    choices: { fwb: '1', dic: '1' },
  },
  {
    id: 'up-to-6.16',
    words: 'The host runs 6.16 or older, mainline or stable',
    choices: { kernel: '6.16' },
  },
  { id: 'up-to-7.0', words: 'The host runs 6.18 to 7.0', choices: { kernel: '7.0' } },
  { id: 'from-7.1', words: 'The host runs 7.1 or newer', choices: { kernel: '7.3' } },
  {
    id: 'no-pf',
    words: '`VmFlags` has neither `pf` nor `mm` nor `io`',
    choices: { vmFlags: 'rd wr' },
  },
  { id: 'pf', words: '`VmFlags` has `pf`', choices: { vmFlags: 'pf' } },
  { id: 'no-pkvm', words: 'The host runs no pKVM', choices: { pkvm: '0' } },
];

/** A finding, and the ids of the reasons that it excludes. */
export interface Narrowing {
  readonly finding: Finding;
  readonly excludes: ReadonlySet<string>;
}

/**
 * Findings that exclude something of what an answer leaves. One that needs more than another to
 * exclude the same is left out.
 */
export function narrowing(
  text: string,
  choices: Readonly<Record<string, string | undefined>>,
): Narrowing[] {
  const before = idsOf(triage(text, choices), 'left');
  const all = FINDINGS.map((finding): Narrowing => {
    const after = idsOf(triage(text, { ...choices, ...finding.choices }), 'excluded');
    return { finding, excludes: new Set(before.filter((id) => after.includes(id))) };
  });
  return all.filter((one) => one.excludes.size > 0 && !all.some((other) => needsLess(other, one)));
}

function needsLess(one: Narrowing, other: Narrowing): boolean {
  const [less, more] = [Object.entries(one.finding.choices), Object.entries(other.finding.choices)];
  return (
    less.length < more.length &&
    less.every(([key, value]) => other.finding.choices[key] === value) &&
    one.excludes.size === other.excludes.size
  );
}

function idsOf({ reasons }: Triage, state: 'left' | 'excluded'): string[] {
  return reasons.filter((reason) => reason.state === state).map(({ id }) => id);
}
