import { exitNamed } from '../keys/exit.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

const FORMS: readonly RegExp[] = [
  /exit[_ ]?reason["']?(?: on vcpu run)?\s{0,3}[=:]?\s{0,3}["']?(?:Unsupported\()?((?:KVM_EXIT_)?[A-Z][A-Za-z0-9_]{2,30}|0x[0-9a-f]{1,3}|\d{1,3})\b/,
  /(?:unhandled|unknown|unexpected|unsupported) (?:vcpu |vm |kvm )?exit(?: reason)?(?: on vcpu run)?\s{0,3}[:=]?\s{0,3}\(?(?:Unsupported\()?((?:KVM_EXIT_)?[A-Z][A-Za-z0-9_]{2,30}|0x[0-9a-f]{1,3}|\d{1,3})\b/i,
  /\b(?:VcpuExit::(?:Unsupported\()?|UnhandledKvmExit\("?|(?:vm|vcpu|kvm)[ _]?exit: ?"?)((?:KVM_EXIT_)?[A-Z]\w{1,30})/,
  /(?<!\b(?:no|not|without|never|instead of) {1,3})\b(KVM_EXIT_[A-Z0-9_]{2,30})\b/,
];

/** The first exit that a line names in any form. */
function exitIn(text: string): string | null {
  for (const form of FORMS) {
    const exit = exitNamed(form.exec(text)?.[1] ?? '');
    if (exit !== null) return exit;
  }
  return null;
}

/** Exits of KVM_RUN that a program reports. */
export function readExits(lines: readonly Line[], book: Notebook): void {
  for (const { text, low, number, command } of lines) {
    if (command !== null || !low.includes('exit')) continue;
    const exit = book.once(exitIn, text);
    if (exit === null) continue;
    book.fact('exit', exit, number);
    book.incident('exit', number, exit);
  }
}
