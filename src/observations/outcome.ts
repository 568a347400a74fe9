import { decodeStage2MemAttr, memoryName, type MemoryName } from '../model/index.ts';
import { leafInWords } from './compare-fault.ts';
import { maintenanceInWords } from './compare-maintenance.ts';
import { compare, compareCase, type ComparedCase } from './compare.ts';
import { entryInWords } from './host-entry.ts';
import { hostOf } from './host.ts';
import type { Recorded, RecordedCase } from './schema.ts';
import { errnoOr, protInWords, runInWords } from './words.ts';

/** How a case ended, in the words of the verdicts. */
export interface Ending {
  readonly verdict:
    'refused' | 'fails' | 'injected' | 'emulated' | 'mapped' | 'accepted' | 'unknown';
  readonly errno: string | null;
  /** Type of the leaf, where one was read. */
  readonly memory: MemoryName | null;
}

/** The end of a case: at mmap, at the memslot, at a change of it, in the guest, or with a leaf. */
export function endingOf(run: Recorded, one: RecordedCase): Ending {
  const end = (verdict: Ending['verdict'], errno: string | null = null): Ending => ({
    verdict,
    errno,
    memory: null,
  });
  const { slot, then, leaf } = one;
  const refused = slot === null ? one.vma.errno : (slot.errno ?? then?.errno ?? null);
  if (slot === null || refused !== null) return end('refused', refused);
  if (one.run === null) return end('accepted');
  if (one.run.ioctl !== null) return end('fails', one.run.ioctl);
  const { detail } = one.run;
  if (detail?.at === 'region') return end('emulated');
  if (detail?.at === 'exception')
    return runInWords(one.run) === null ? end('unknown') : end('injected');
  if (leaf === null) return end('mapped');
  const { fwb } = hostOf(run);
  return { ...end('mapped'), memory: memoryName(decodeStage2MemAttr(leaf.memAttr, { fwb })) };
}

/** What was seen of a case, in words; equal texts are equal outcomes. */
export interface Outcome {
  readonly ending: Ending;
  readonly memslot: string;
  /** What a change of the slot's flags gave; null where there was none. */
  readonly change: string | null;
  /** How KVM_RUN came back; null where no guest ran. */
  readonly guest: string | null;
  /** Calls of the map function and of relax_perms. */
  readonly calls: readonly string[];
  readonly maintenance: string;
  /** The leaf by its fields; null where nothing was mapped, or the table could not be read. */
  readonly leaf: string | null;
  /** The host's own entry; null where there is none, or nobody looked. */
  readonly entry: string | null;
  /** Pages that stage 2 leads to another frame than the host's entries do, where there are any. */
  readonly frames: string | null;
  readonly compared: ComparedCase;
}

/** The outcome of a case of a run. */
export function outcomeOf(run: Recorded, one: RecordedCase): Outcome {
  const { slot, then, leaf, map, relax, maintenance, host, frames } = one;
  const failed = (errno: string | null) => (errno === null ? '' : `: ${errno}`);
  return {
    ending: endingOf(run, one),
    memslot: slot === null ? `mmap() ${one.vma.errno ?? ''}` : errnoOr(slot.errno),
    change: then === null || then.move !== 'flags' ? null : errnoOr(then.errno),
    guest: one.run && (runInWords(one.run) ?? 'an exception of its own stage 1'),
    calls: [
      ...map.map(
        ({ prot, size, errno }) => `map ${protInWords(prot)}, ${size >> 10} KiB${failed(errno)}`,
      ),
      ...relax.map(({ prot, errno }) => `relax ${protInWords(prot)}${failed(errno)}`),
    ],
    maintenance: maintenanceInWords(maintenance),
    leaf: leaf && leafInWords(leaf),
    entry: host && entryInWords(host),
    frames:
      frames !== null && frames.other > 0
        ? `${frames.other} of ${frames.mapped} pages lead to another frame than the host's`
        : null,
    compared: compare(run).cases[run.cases.indexOf(one)] ?? compareCase(run, one),
  };
}

/** Runs in which a case had one outcome. */
export interface Alike {
  readonly one: RecordedCase;
  readonly outcome: Outcome;
  readonly runs: readonly Recorded[];
}

/** The runs that have a case, together where they saw the same. */
export function alikeOn(runs: readonly Recorded[], id: string): Alike[] {
  const groups = new Map<string, { one: RecordedCase; outcome: Outcome; runs: Recorded[] }>();
  for (const run of runs) {
    const one = run.cases.find((other) => other.id === id);
    if (one === undefined) continue;
    const outcome = outcomeOf(run, one);
    const { compared, ...seen } = outcome;
    const verdicts = compared.rows.map(({ verdict, why, model }) => [verdict, why, model]);
    const key = JSON.stringify([seen, verdicts]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { one, outcome, runs: [run] });
    else group.runs.push(run);
  }
  return [...groups.values()];
}
