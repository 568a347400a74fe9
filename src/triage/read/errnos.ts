import { errnoNamed, errnosIn } from '../keys/errno.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

/** Errors that KVM, VFIO and iommufd give for memory; others in a log are of something else. */
const TELLING: ReadonlySet<string> = new Set([
  'EFAULT',
  'EINVAL',
  'EPERM',
  'EEXIST',
  'ENOEXEC',
  'ENOSYS',
]);
const BARE =
  /^[^\w-]*(?:-\s?|(?:os )?(?:error|errno|err)(?: code| number)?[ :=(]{1,3}-?)(\d{1,3})\W*$/i;

/** A request to another driver, or an access to a region of a device: KVM is not asked by it. */
const OTHERS =
  /\b(?:[A-Z][A-Z\d]{1,15}_IOC(?:TL)?_[A-Z]\w{1,60}|VHOST_[A-Z]\w{1,60}|vfio_region_\w{4,5})\b/;

/** Errors that no call claims, and a number that is the whole of the text. */
export function readErrnos(lines: readonly Line[], book: Notebook): void {
  const said = lines.filter(({ text }) => /\w/.test(text));
  const [only] = said;
  const bare = said.length === 1 ? errnoNamed(BARE.exec(only?.text ?? '')?.[1] ?? '') : null;
  if (only && bare !== null) {
    book.fact('errno', bare, only.number);
    book.loose.push({ errno: bare, line: only.number });
    return;
  }
  const bindings = new Set(book.incidents.map(({ kind, line }) => (kind === 'bind' ? line : 0)));
  for (const line of lines) {
    const { text, number, command } = line;
    if (book.bound.has(line) || command !== null) continue;
    for (const { name, weak } of book.once(errnosIn, text)) {
      if (weak) continue;
      if (!TELLING.has(name) && !bindings.has(number)) continue;
      book.fact('errno', name, number);
      const other = OTHERS.exec(text)?.[0];
      if (other) book.elsewhere.push({ name: other, line: number });
      else if (!bindings.has(number)) book.loose.push({ errno: name, line: number });
      break;
    }
  }
}
