import { CACHEABLE } from '../keys/cacheable.ts';
import { capabilityNamed } from '../keys/capability.ts';
import { errnoNamed, errnosIn } from '../keys/errno.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

const ANSWER = String.raw`["']?\)?(?: is)?(?: supported(?=[:=?]))?\s{0,3}(?:=|:|->|→|=>|returns?|returned|is|gives|gave|says|said|answers?|answered|\s)\s{0,3}["'(]?(?<answer>-?\d{1,5}|-?E[A-Z]{2,8}|yes|no(?! such)|true|false|invalid argument|not supported|unsupported)(?![\w.])`;
const NAMED = new RegExp(
  String.raw`(?<capability>(?:KVM_)?CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED|KVM_CAP_[A-Z0-9_]{2,60}|\b(?:cap(?:ability)?|extension|KVM_CHECK_EXTENSION)["' (:,#]{1,4}(?:243|0xf3)|check_extension\([^()]{0,30}\b(?:243|0xf3)|(?<![\w.])(?:243|0xf3)(?= ?(?:=|:|->|=>)))(?: ?\((?:243|0xf3)\))?${ANSWER}`,
  'gi',
);
/** Part of each form above. */
const MAY_NAME = /243|0xf3|cap_/;
const ON_KVM = new RegExp(String.raw`/dev/kvm(?: fd)?${ANSWER}`, 'i');
const ON_VM = new RegExp(String.raw`(?<![\w/-])(?:the )?VM(?:[ -]?fd)?(?: fd)?${ANSWER}`, 'i');
const ABOUT =
  /KVM_CHECK_EXTENSION|KVM_CAP_|CAP_ARM_CACHEABLE|\b243\b|\b0xf3\b|capability|capabilities/i;

/** What one line says of it, by itself. */
interface Said {
  /** The line is about a capability, and which, where it says. */
  readonly isAbout: boolean;
  readonly about: string | null;
  /** The answers on the two descriptors. */
  readonly kvm: string | null;
  readonly vm: string | null;
  readonly named: readonly { readonly capability: string; readonly answer: string }[];
}

function saidIn(text: string): Said | null {
  const low = text.toLowerCase();
  if (!low.includes('/dev/kvm') && !low.includes('vm') && !/243|0xf3|cap/.test(low)) return null;
  const isAbout = ABOUT.test(text);
  return {
    isAbout,
    about: isAbout ? capabilityIn(text) : null,
    kvm: low.includes('/dev/kvm') ? answerOf(ON_KVM.exec(text), text) : null,
    vm: answerOf(ON_VM.exec(text), text),
    named: [...(MAY_NAME.test(low) ? text.matchAll(NAMED) : [])].flatMap((match) => {
      const capability = capabilityIn(match[0]);
      const answer = answerOf(match, text);
      return capability === null || answer === null ? [] : [{ capability, answer }];
    }),
  };
}

/** Answers of KVM_CHECK_EXTENSION as programs print them: "/dev/kvm -22, VM 0", "cap 243: 1". */
export function readCapabilities(lines: readonly Line[], book: Notebook): void {
  let about: string | null = null;
  for (const line of lines) {
    const { text, low, number } = line;
    if (book.bound.has(line)) continue;
    const said = book.once(saidIn, text);
    if (said === null) continue;
    about = said.about ?? about;
    const { kvm } = said;
    const last = book.asks.at(-1)?.line;
    const goesOn = said.isAbout || last === number - 1 || last === number;
    const vm = kvm !== null || goesOn ? said.vm : null;
    for (const [fd, answer] of [
      ['kvm', kvm],
      ['vm', vm],
    ] as const) {
      if (answer !== null) book.asks.push({ capability: about, answer, fd, line: number });
    }
    if (kvm !== null || vm !== null) {
      done(line, book);
      continue;
    }
    for (const { capability, answer } of said.named) {
      const fd = low.includes('/dev/kvm') ? 'kvm' : /\bvm\b/.test(low) ? 'vm' : null;
      book.asks.push({ capability, answer, fd, line: number });
      done(line, book);
    }
  }
  for (const { capability: own, answer, fd, line } of book.asks) {
    const capability = own ?? about;
    if (capability === null && fd === null) continue;
    // An answer of the two descriptors without a number belongs to a call that the reader chose.
    if (capability !== null) {
      book.fact('call', 'KVM_CHECK_EXTENSION', line);
      book.fact('capability', capability, line);
    }
    book.fact('capabilityAnswer', answer, line);
    if (fd !== null) book.fact('fd', fd, line);
  }
}

function done(line: Line, book: Notebook): void {
  book.bound.add(line);
  book.used.add(line.number);
}

function capabilityIn(text: string): string | null {
  if (/CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED/i.test(text)) return CACHEABLE;
  const name = /KVM_CAP_[A-Z0-9_]{2,60}/i.exec(text)?.[0];
  const known = name === undefined ? null : capabilityNamed(name);
  if (known !== null) return known;
  if (/\b243\b|\b0xf3\b/i.test(text)) return CACHEABLE;
  return null;
}

/** `1`, `0`, or the name of the error. */
function answerOf(match: RegExpExecArray | null, text: string): string | null {
  const given = match?.groups?.['answer'];
  if (given === undefined) return null;
  if (/^(?:yes|true)$/i.test(given)) return '1';
  if (/^(?:no|false|not supported|unsupported)$/i.test(given)) return '0';
  if (given === '-1' || /^invalid/i.test(given)) return errnosIn(text)[0]?.name ?? null;
  return /^\d/.test(given) ? String(Number(given)) : errnoNamed(given);
}
