import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { root } from '../root.ts';

/** `STAGE_TWO_KEPT` names another folder, for a test that must begin with nothing. */
const FOLDER = resolve(root, process.env['STAGE_TWO_KEPT'] ?? '.cache/kept');
/** Files of one name that stay: a branch and back should find what it left. */
const FILES = 4;
/** Answers in one file; those that nobody asked for go first. */
const ANSWERS = 4000;
const SUM_LENGTH = 64;

/**
 * Answers that an earlier process found and that hold as long as `stamp` does. They lie in `.cache/`,
 * which may be lost, torn or stale at any time: a file that is not whole is as good as none.
 */
export class Kept<T> {
  readonly #name: string;
  readonly #stamp: string;
  readonly #file: string;
  readonly #folder: string;
  readonly #files: number;
  readonly #found: ReadonlyMap<string, T>;
  readonly #used = new Map<string, T>();
  #fresh = false;

  constructor(name: string, stamp: string, folder: string = FOLDER, files: number = FILES) {
    this.#name = name;
    this.#folder = folder;
    this.#files = files;
    this.#file = join(folder, `${name}-${sum(Buffer.from(stamp)).slice(0, 16)}`);
    this.#found = read<T>(this.#file, stamp);
    this.#stamp = stamp;
  }

  get(key: string): T | undefined {
    const value = this.#used.get(key) ?? this.#found.get(key);
    if (value !== undefined) this.#used.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.#used.set(key, value);
    this.#fresh = true;
  }

  /** Writes what is new, together with what another process wrote meanwhile. */
  save(): void {
    if (!this.#fresh) return;
    const earlier = [...this.#found, ...read<T>(this.#file, this.#stamp)];
    const all = new Map(earlier.filter(([key]) => !this.#used.has(key)).concat([...this.#used]));
    const body = serialize({ stamp: this.#stamp, answers: new Map([...all].slice(-ANSWERS)) });
    const unfinished = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
    } catch {
      // A folder that cannot be made keeps nothing; the next process asks anew.
      return;
    }
    try {
      writeFileSync(unfinished, Buffer.concat([Buffer.from(sum(body)), body]));
      renameSync(unfinished, this.#file);
      this.#fresh = false;
      this.#clear();
    } catch {
      // Nor does one that cannot be written, or is full.
      rmSync(unfinished, { force: true });
    }
  }

  #clear(): void {
    const files = readdirSync(this.#folder)
      .filter((name) => name.startsWith(`${this.#name}-`))
      .map((name) => join(this.#folder, name))
      .map((file) => ({ file, written: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .toSorted((a, b) => b.written - a.written);
    for (const { file } of files.slice(this.#files)) rmSync(file, { force: true });
  }
}

function read<T>(file: string, stamp: string): ReadonlyMap<string, T> {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(SUM_LENGTH);
    if (sum(body) !== bytes.subarray(0, SUM_LENGTH).toString('latin1')) return new Map();
    const kept = deserialize(body) as { stamp: string; answers: Map<string, T> };
    return kept.stamp === stamp ? kept.answers : new Map();
  } catch {
    return new Map();
  }
}

/** The sum of some bytes, by which a file that is not whole is known; also a key for a text. */
export function sum(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
