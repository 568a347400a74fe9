import { KEY as NAME, VERSION } from './names.ts';

/**
 * What a reader has read and answered. It never leaves the browser by itself; as a text it can be saved
 * to a file and read back.
 */
export interface Progress {
  /** Addresses of the pages read and the exercises solved, each once, in their order. */
  readonly read: readonly string[];
  /** Checks and cards by address and anchor, as `/guide/mte/#one`: whether the first answer was right. */
  readonly answers: Readonly<Record<string, boolean>>;
}

export const NOTHING: Progress = { read: [], answers: {} };

/** Far above what the site has pages and questions; a text beyond it is none of ours. */
const MOST = { letters: 200_000, entries: 2000 };
const ADDRESS = /^\/(?:[a-z0-9-]+\/)*(?:#[\w.-]{1,100})?$/;

/** Why a text was not taken. `torn` is no JSON, `foreign` no progress, `version` one of another site. */
export interface Refused {
  readonly why: 'torn' | 'foreign' | 'version';
  /** For the reader. */
  readonly says: string;
}

/** withRead adds a page that was read. */
export function withRead(progress: Progress, route: string): Progress {
  return progress.read.includes(route)
    ? progress
    : { ...progress, read: [...progress.read, route] };
}

/** withAnswer notes whether a question was answered right; the first answer stays. */
export function withAnswer(progress: Progress, question: string, right: boolean): Progress {
  return { ...progress, answers: { [question]: right, ...progress.answers } };
}

/** together has what either has; of two answers to a question that of `own` stays. */
export function together(own: Progress, other: Progress): Progress {
  return {
    read: [...new Set([...own.read, ...other.read])],
    answers: { ...other.answers, ...own.answers },
  };
}

/** The text that is kept and saved. */
export function written({ read, answers }: Progress): string {
  return JSON.stringify({ name: NAME, version: VERSION, read, answers }, null, 1);
}

/** readProgress takes such a text apart, whoever wrote it. */
export function readProgress(
  text: string,
): { ok: true; progress: Progress } | ({ ok: false } & Refused) {
  const foreign = (says: string) => ({ ok: false, why: 'foreign', says }) as const;
  if (text.length > MOST.letters) return foreign('The file is too large to be one of this site.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      ok: false,
      why: 'torn',
      says: 'The file is torn, or no file of this site: it cannot be read to its end.',
    };
  }
  const { name, version, read, answers } = fieldsOf(value);
  if (name !== NAME) return foreign('The file is not one that this site saved.');
  if (version !== VERSION)
    return {
      ok: false,
      why: 'version',
      says: `The file has version ${JSON.stringify(version) ?? 'none'}; this site reads version ${VERSION}.`,
    };
  if (!isAddresses(read))
    return foreign('The list of what was read is not as this site writes it.');
  const pairs = Object.entries(fieldsOf(answers));
  if (pairs.length > MOST.entries || !pairs.every(isAnswer))
    return foreign('The list of answers is not as this site writes it.');
  return { ok: true, progress: { read: [...new Set(read)], answers: Object.fromEntries(pairs) } };
}

const isAnswer = (pair: [string, unknown]): pair is [string, boolean] =>
  isAddress(pair[0]) && typeof pair[1] === 'boolean';

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 300 && ADDRESS.test(value);

function isAddresses(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST.entries && value.every(isAddress);
}
