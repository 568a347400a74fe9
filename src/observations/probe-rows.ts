import { modelKernel, whyNotHeld } from './kernel.ts';
import { asRecorded, type ProbeHost, type ProbeRun } from './probe.ts';
import { questionOf } from './probe-question.ts';
import type { Row } from './row.ts';
import type { RecordedCase } from './schema.ts';
import { errnoOr, OWN_EXCEPTION, runInWords } from './words.ts';

/** What the probe can see: the rest is the module's, and its absence says nothing. */
export const VISIBLE = [
  'capability on /dev/kvm',
  'capability on the VM',
  'memslot',
  'change of flags',
  'KVM_RUN',
] as const satisfies readonly Row['point'][];
type Visible = (typeof VISIBLE)[number];

/** One answer of the machine beside the model's; `id` is the case, empty for the capability. */
export interface ProbeRow extends Pick<Row, 'seen' | 'model' | 'verdict' | 'why'> {
  readonly id: string;
  readonly point: Visible;
  /** The steps by which the model comes to its answer, in sentences. */
  readonly steps: readonly string[];
}

/** Where a text stands in the list of texts; -1 where there is none. */
type Place = number;

/**
 * An answer of the model, by the places of its texts: the point that it is about, what it says, why it
 * was not asked, and its steps. Where neither is said, the kernel is the reason.
 */
export type PackedRow = readonly [point: number, model: Place, why: Place, ...steps: Place[]];

/** What the model answers on every host to what the probe asks, as data. */
export interface ProbeAnswers {
  readonly texts: readonly string[];
  /** Every answer once. */
  readonly rows: readonly PackedRow[];
  /** Answers to a question, by their places, once. */
  readonly lists: readonly (readonly number[])[];
  readonly questions: readonly string[];
  /** The list to each question, by the name of the host; the last is that of the capability. */
  readonly hosts: Readonly<Record<string, readonly number[]>>;
}

/** A host as the model tells it from others. */
export const hostName = (
  run: Pick<ProbeRun, 'release' | 'mode'>,
  kernel: string | null,
  { fwb, dic }: ProbeHost,
): string => [kernel, run.mode === 'protected', fwb, dic].join(' ');

/**
 * Holds every answer of a run of the probe against what the model answers, row by row. Null where it
 * was asked something that is not among the answers: then the model itself has to be asked.
 */
export function rowsByAnswers(
  answers: ProbeAnswers,
  run: ProbeRun,
  host: ProbeHost,
): readonly ProbeRow[] | null {
  const file = asRecorded(run, host);
  const kernel = modelKernel(file);
  const lists = answers.hosts[hostName(run, kernel, host)];
  if (lists === undefined) return null;
  const rows: ProbeRow[] = [];
  for (const one of [null, ...run.cases]) {
    const { questions } = answers;
    const asked = one === null ? questions.length : questions.indexOf(questionOf(one));
    const list = answers.lists[lists[asked] ?? -1];
    if (list === undefined) return null;
    for (const place of list) {
      const [point = 0, model = -1, why = -1, ...steps] = answers.rows[place] ?? [];
      const at = VISIBLE[point];
      if (at === undefined) return null;
      const seen = seenAt(at, run, one);
      const said = answers.texts[model] ?? null;
      rows.push({
        id: one?.id ?? '',
        point: at,
        seen,
        model: said,
        verdict: said === null ? 'not asked' : said === seen ? 'agrees' : 'differs',
        why: said === null ? (answers.texts[why] ?? (one && whyNotHeld(file, one))) : null,
        steps: steps.map((step) => answers.texts[step] ?? ''),
      });
    }
  }
  return rows;
}

function seenAt(point: Visible, { capability }: ProbeRun, one: RecordedCase | null): string {
  if (one === null) {
    const { errno, value } = capability[point === VISIBLE[0] ? 'kvm' : 'vm'];
    return errno ?? String(value);
  }
  if (point === 'KVM_RUN') return (one.run && runInWords(one.run)) ?? OWN_EXCEPTION;
  if (point === 'change of flags') return errnoOr(one.then?.errno ?? null);
  return errnoOr(one.slot === null ? one.vma.errno : one.slot.errno);
}
