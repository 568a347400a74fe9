import { ERRNO } from '../../model/index.ts';

/** Error numbers of Linux that a VMM meets, by name: those of the model, and others. */
const NUMBERS: Readonly<Record<string, number>> = {
  ...ERRNO,
  ENOENT: 2,
  EINTR: 4,
  ENXIO: 6,
  E2BIG: 7,
  EBADF: 9,
  EACCES: 13,
  EBUSY: 16,
  ENODEV: 19,
  ENOTTY: 25,
  ENOSPC: 28,
  ERANGE: 34,
  EOPNOTSUPP: 95,
  EHWPOISON: 133,
};

/** What `strerror()` says, in small letters. */
const WORDS: Readonly<Record<string, string>> = {
  'bad address': 'EFAULT',
  'invalid argument': 'EINVAL',
  'operation not permitted': 'EPERM',
  'file exists': 'EEXIST',
  'exec format error': 'ENOEXEC',
  'function not implemented': 'ENOSYS',
  'cannot allocate memory': 'ENOMEM',
  'out of memory': 'ENOMEM',
  'input/output error': 'EIO',
  'i/o error': 'EIO',
  'no such device or address': 'ENXIO',
  'no such device': 'ENODEV',
  'no such file or directory': 'ENOENT',
  'device or resource busy': 'EBUSY',
  'resource busy': 'EBUSY',
  'permission denied': 'EACCES',
  'bad file descriptor': 'EBADF',
  'inappropriate ioctl for device': 'ENOTTY',
  'interrupted system call': 'EINTR',
  'resource temporarily unavailable': 'EAGAIN',
  'argument list too long': 'E2BIG',
  'no space left on device': 'ENOSPC',
  'operation not supported': 'EOPNOTSUPP',
  'memory page has hardware error': 'EHWPOISON',
};

/** The names, for choices. */
export const ERRNO_NAMES: readonly string[] = Object.keys(NUMBERS);

const BY_NUMBER = new Map(Object.entries(NUMBERS).map(([name, number]) => [number, name]));

/** The name of an error that is given as a name or as a number, with or without a minus. */
export function errnoNamed(text: string): string | null {
  const plain = text.trim().replace(/^-/, '').toUpperCase();
  if (Object.hasOwn(NUMBERS, plain)) return plain;
  return /^\d{1,3}$/.test(plain) ? (BY_NUMBER.get(Number(plain)) ?? null) : null;
}

/** How a text spells an error: its name, what `strerror()` says, its number. */
export function formsOfErrno(name: string): readonly RegExp[] {
  const number = Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : undefined;
  const phrases = Object.keys(WORDS).filter((words) => WORDS[words] === name);
  return [
    new RegExp([name, ...phrases].map((words) => `\\b${words}\\b`).join('|'), 'i'),
    ...(number === undefined ? [] : [new RegExp(`(?<![\\w.])-?${number}\\b(?![.:\\d])`)]),
  ];
}

/** An error in a line, and where it stands. */
export interface ErrnoFound {
  readonly name: string;
  readonly at: number;
  /** A number after a sign alone, such as `x = -14`: an error only where something else says so. */
  readonly weak: boolean;
}

const PHRASES = Object.keys(WORDS).join('|').replaceAll('/', '\\/');
const KEYED =
  'error|err|ret|rc|retval|returned|returns|return|status|code|result|failed|got|gets|gives';
const NAME = /(?<![A-Za-z0-9_])E[A-Z0-9]{2,12}(?![A-Za-z0-9_])/g;
const FORMS = new RegExp(
  [
    String.raw`\b(?:os error|unknown error:?) (?<os>\d{1,3})\b`,
    String.raw`(?<![?&])errno["']?\)?\s{0,3}(?:=|:|is)?\s{0,3}["'(]?-?(?<errno>\d{1,3})\b`,
    String.raw`\bError\((?:code: ?)?-?(?<rust>\d{1,3})\)`,
    String.raw`\b(?:${KEYED})\b(?: with)?(?: error)?(?: code)?["']?\s{0,3}[:=(]{0,2}\s{0,3}["'(]?-(?<keyed>\d{1,3})\b(?![.:\d])`,
    String.raw`(?:[=:]|->)\s{0,2}-(?<bare>\d{1,3})\b(?![.:\d%])`,
    `\\b(?<words>${PHRASES})\\b`,
  ].join('|'),
  'gi',
);

/** As matchAll gives them; that makes the expression anew each time, and most lines have none. */
function matchesOf(form: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  form.lastIndex = 0;
  for (let one = form.exec(text); one !== null; one = form.exec(text)) found.push(one);
  return found;
}

/** All errors that a line names, in their order. */
export function errnosIn(text: string): ErrnoFound[] {
  const found: ErrnoFound[] = [];
  const add = (name: string | null, at: number, weak = false) => {
    if (name !== null) found.push({ name, at, weak });
  };
  for (const match of matchesOf(NAME, text)) add(errnoNamed(match[0]), match.index);
  for (const match of matchesOf(FORMS, text)) {
    const { words, ...numbers } = match.groups ?? {};
    const digits = Object.values(numbers).find((one) => one !== undefined) ?? '';
    // A program says -1 for any failure, and npm says errno 1: by its number alone EPERM is not known.
    const number = digits === '1' ? null : errnoNamed(digits);
    const word = words === undefined ? number : (WORDS[words.toLowerCase()] ?? null);
    add(word, match.index, numbers['bare'] !== undefined);
  }
  return found.sort((a, b) => a.at - b.at);
}
