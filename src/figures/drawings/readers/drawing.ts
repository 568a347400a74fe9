import { pageMachine, scrubThenClean, situation } from '../../../model/index.ts';
import type { Machine, MemoryName } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { leakFrames } from '../machine/story.ts';
import type { Setup } from '../machine/story.ts';
import type { StandsIn } from '../../stage/scene.ts';
import { seenBy } from '../types/seen.ts';

/** The page between its old owner and the next reader. */
const STORY = ['a-secret-in-memory', 'a-goes', 'owner-scrubs', 'memslot', 'fault', 'b-reads'];

interface Reader {
  /** The type of its reads, by the host's FWB; null: as the set-up has it. */
  readonly reads: (fwb: boolean) => MemoryName | null;
  readonly label: string;
  readonly reason: string;
  readonly source: readonly string[];
  readonly standsIn: StandsIn;
}

const READERS: Readonly<Record<string, Reader>> = {
  guest: {
    reads: () => null,
    label: 'the CPU of the guest reads, with its caches off',
    reason: 'FWB binds the accesses of a guest whose leaf is 0110.',
    source: ['ARM-ARM', 'CODE734'],
    standsIn: { name: 'B: a guest', has: 'caches off' },
  },
  host: {
    reads: (fwb) => seenBy('nc', fwb ? 0b0111 : 0b1111, fwb),
    label: 'the host of a pKVM machine reads, uncached',
    reason: 'The table that pKVM keeps for the host leaves the type to the host.',
    source: ['CODE734', 'H-ASS1'],
    standsIn: { name: 'B: the host', has: 'uncached' },
  },
  snoops: {
    reads: () => 'WB',
    label: 'a device reads, and looks into the cache',
    reason: 'A device that snoops is coherent with the caches, as a CPU is.',
    source: ['SMMU734'],
    standsIn: { name: 'B: a device', has: 'snoops' },
  },
  around: {
    reads: () => 'NC',
    label: 'a device reads with No-Snoop',
    reason: 'No-Snoop goes around the cache; FWB is about the accesses of CPUs.',
    source: ['SMMU734', 'I-NOSNOOP'],
    standsIn: { name: 'B: a device', has: 'No-Snoop' },
  },
};

/** The page machine with that reader in the place of VM B's CPU. */
function machineOf(setup: Setup, { label, reason, source }: Reader, cleans: boolean): Machine {
  const machine = (cleans ? scrubThenClean : pageMachine)(setup);
  const rules = machine.rules.map((rule) =>
    rule.name === 'b-reads' ? { ...rule, label, reason, source } : rule,
  );
  return { ...machine, rules };
}

function frames(values: Values): Frame[] {
  const fwb = values['fwb'] === '1';
  const host = { fwb, dic: true };
  const page = situation({ policy: 'cacheable-unchecked', host, guestS1: 'off' });
  const reader = READERS[values['reader'] ?? ''];
  if ('code' in page || reader === undefined) return [];
  const setup = { ...page, guestData: reader.reads(fwb) ?? page.guestData };
  const machine = machineOf(setup, reader, values['clean'] === '1');
  return leakFrames(setup, STORY, 2, 'The secret is not read.', {
    machine,
    standsIn: reader.standsIn,
  });
}

/** Who reads the page next: a guest that FWB binds, and others that it does not. */
export const drawing: Drawing = {
  name: 'readers',
  fields: [
    {
      key: 'reader',
      label: 'Who reads next',
      shape: 'select',
      options: [
        ['guest', 'a guest, leaf 0110'],
        ['host', 'the host, under pKVM'],
        ['snoops', 'a device that snoops'],
        ['around', 'a device with No-Snoop'],
      ],
    },
    { key: 'fwb', label: 'FWB', shape: 'check', options: NO_YES },
    { key: 'clean', label: 'A clean after the zeros', shape: 'check', options: NO_YES },
  ],
  preset: { reader: 'around', fwb: '1', clean: '0' },
  frames,
};
