import { isMemslot } from '../keys/call.ts';
import { hex } from '../keys/number.ts';
import type { Notebook } from '../read/notebook.ts';
import { NO_SLOT } from '../read/seen.ts';
import { capabilityAnswers, type CapabilityAnswers } from './capability-answers.ts';
import { complaintOf, type Complaint } from './complaint.ts';
import { ground, type Ground } from './ground.ts';
import type { HostKernel } from './host-kernel.ts';
import { mappingOf, type Mapping } from './mapping.ts';
import type { SlotHistory } from './slot-history.ts';
import type { SlotRequest } from './slot-request.ts';

/** A value that holds, and where it comes from: a line, or a choice where `line` is null. */
export interface Known {
  readonly value: string;
  readonly line: number | null;
}

/** The keys whose value in the text is that of the call that failed, by its field. */
const SLOT_FIELDS = {
  'slot.guestPhysAddr': 'guestPhysAddr',
  'slot.memorySize': 'memorySize',
  'slot.userspaceAddr': 'userspaceAddr',
  'slot.flags': 'flags',
} as const;

const NO_HISTORY: SlotHistory = { slots: [], whole: false };

/** Text and choices together: what the rules of the reasons ask. A choice counts before the text. */
export class Situation {
  readonly book: Notebook;
  readonly asked: Readonly<Record<string, string>>;
  readonly kernel: HostKernel | null;
  readonly answers: CapabilityAnswers;
  readonly complaint: Complaint;
  /** The memslot call that the complaint is about, or that came last. */
  readonly slot: SlotRequest | null;
  readonly history: SlotHistory;
  readonly mapping: Mapping | null;

  constructor(book: Notebook, choices: Readonly<Record<string, string>>) {
    this.book = book;
    // A syndrome that was chosen says its class and status too.
    const { esr } = choices;
    const said = esr === undefined ? [] : (book.parts.get('syndrome')?.syndromeFacts(esr) ?? []);
    const asked = { ...Object.fromEntries(said), ...choices };
    this.asked = asked;
    const name = asked['kernel'] ?? book.last('kernel')?.value;
    this.kernel = name === undefined ? null : (book.parts.get('kernels')?.hostKernel(name) ?? null);
    this.answers = capabilityAnswers(withChosen(book, asked), asked['capability'] ?? null);
    const { kernel, answers } = this;
    this.complaint = complaintOf({ book, asked, kernel, answers });
    const failed = this.complaint.of === 'memslot';
    // Requests for slots are read by the part that knows what they come to.
    const of = book.calls.some(({ name: call }) => isMemslot(call))
      ? book.parts.get('calls')
      : null;
    this.slot = of?.slotRequest(book.calls, failed) ?? of?.slotRequest(book.calls, false) ?? null;
    const until = failed && this.slot ? this.slot.at : book.calls.length;
    this.history =
      of?.slotHistory(book.calls, until, failed ? (this.slot?.fd ?? null) : null, book.incidents) ??
      NO_HISTORY;
    this.#slotExists(failed);
    const fields = (failed ? this.slot?.fields : null) ?? NO_SLOT;
    const chosen = asked['vmFlags'] ?? null;
    this.mapping = mappingOf(book.vmas, fields, chosen);
  }

  /** What is known about a key; null where neither text nor choice says it. */
  get(key: string): Known | null {
    const chosen = this.asked[key];
    if (chosen !== undefined) return { value: chosen, line: null };
    if (key in SLOT_FIELDS) {
      const value = this.slot?.fields[SLOT_FIELDS[key as keyof typeof SLOT_FIELDS]] ?? null;
      if (value === null) return null;
      const shown = typeof value === 'bigint' ? hex(value) : value;
      return { value: shown, line: this.slot?.line ?? null };
    }
    const { complaint, answers, mapping, kernel, book } = this;
    switch (key) {
      case 'call':
        return complaint.call === null ? null : { value: complaint.call, line: complaint.line };
      case 'errno':
        return this.#errno();
      case 'vmFlags':
        return mapping && { value: mapping.flags.join(' '), line: mapping.line };
      case 'kernel':
        return kernel && { value: kernel.name, line: book.last('kernel')?.line ?? null };
      case 'capabilityAnswer':
        return answers.counts && { value: answers.counts.answer, line: answers.counts.line };
      case 'fd':
        return answers.counts?.fd ? { value: answers.counts.fd, line: answers.counts.line } : null;
      case 'ipa':
        return this.#address();
      default: {
        const fact = book.last(key);
        return fact && { value: fact.value, line: fact.line };
      }
    }
  }

  is(key: string, value: string): boolean {
    return this.get(key)?.value === value;
  }

  /** A number that is known. */
  number(key: string): bigint | null {
    const known = this.get(key);
    return known === null ? null : BigInt(known.value);
  }

  /** The names in a list that is known; `0` stands for none. */
  names(key: string): readonly string[] | null {
    const known = this.get(key);
    return known && known.value.split(' ').filter((name) => name !== '' && name !== '0');
  }

  /** A ground on what is known about a key. */
  because(key: string, words: string): Ground {
    return ground(this.get(key)?.line ?? null, words);
  }

  /** A ground where a key has a value. */
  where(key: string, value: string, words: string): Ground | null {
    return this.is(key, value) ? this.because(key, words) : null;
  }

  /** The guest physical address: of the text, or from registers that were chosen. */
  #address(): Known | null {
    const fact = this.book.last('ipa');
    if (fact) return { value: fact.value, line: fact.line };
    const [esr, hpfar, far] = ['esr', 'hpfar', 'far'].map((key) => this.number(key));
    if (typeof esr !== 'bigint' || typeof hpfar !== 'bigint') return null;
    const part = this.book.parts.get('address');
    const address = part?.faultAddress(esr, hpfar, far ?? null) ?? null;
    return address === null ? null : { value: hex(address), line: null };
  }

  /** Whether the slot was there before, where the trace shows it. */
  #slotExists(failed: boolean): void {
    const id = this.slot?.fields.slot ?? null;
    if (!failed || id === null) return;
    const was = this.history.slots.find(({ fields }) => fields.slot === id);
    if (was) this.book.fact('slot.exists', '1', was.line);
    else if (this.history.whole) this.book.fact('slot.exists', '0', this.slot?.line ?? 1);
  }

  #errno(): Known | null {
    const { end, line, of } = this.complaint;
    const isErrno = end !== null && /^E[A-Z0-9]+$/.test(end) && of !== 'check';
    if (isErrno) return { value: end, line };
    const fact = of === 'nothing' || of === 'quiet' ? this.book.last('errno') : null;
    return fact && { value: fact.value, line: fact.line };
  }
}

/** An answer that was chosen is the last that was given on its descriptor. */
function withChosen({ asks }: Notebook, asked: Readonly<Record<string, string>>): Notebook['asks'] {
  const answer = asked['capabilityAnswer'];
  if (answer === undefined) return asks;
  const fd = asked['fd'] === 'kvm' || asked['fd'] === 'vm' ? asked['fd'] : null;
  const kept =
    fd === 'kvm' ? asks.filter((ask) => ask.fd === 'vm') : asks.filter((ask) => ask.fd === 'kvm');
  return [...kept, { capability: null, answer, fd, line: 0 }];
}
