/*
 * An edition: the files of one built site that a browser may keep. The build writes its list; the worker of
 * the service keeps what stands there and nothing else, each file by its sum, so that no two builds mix.
 */

/** A file, by its address below the folder of the site, and its SHA-256 as `integrity` has it. */
export type EditionFile = readonly [path: string, sum: string];

export interface Edition {
  /** Twelve signs, made from all files: two builds of the same site have the same. */
  readonly id: string;
  /** The version of the project, as `package.json` has it. */
  readonly version: string;
  /** Bytes of all files as they are kept, not packed. */
  readonly bytes: number;
  readonly files: readonly EditionFile[];
}

/** Names below the folder of the site. */
export const LIST = 'offline.json';
export const WORKER = 'offline-worker.js';
export const NOTE = 'offline-note.js';
/** The page that stands in for one that is not kept. */
export const NOT_KEPT = 'not-kept/';

/** What a browser is asked for at most, in bytes. */
export const LIMIT = 24 * 1024 * 1024;

/** The begin of the names of our caches; a host may have sites in several folders. */
export const cacheNames = (base: string): string => `stage-two ${base} `;

/** What the worker tells the pages while it fetches. */
export type Progress =
  | { readonly kept: number; readonly of: number }
  /** Why an edition could not be kept; what came is there for the next try. */
  | { readonly failed: string };

/** What a page asks of a worker that waits, and what it hears: how many other pages are open. */
export type Take = 'take';
export interface Others {
  readonly others: number;
}

/** The search by which a page asks the worker, and nobody else, for the sandbox: `snippets/browser/open-frame.ts`. */
export const KEPT_SANDBOX = '?kept';
