import { NOTHING, readProgress, written, type Progress, type Refused } from './progress.ts';

/* What this browser keeps of a reader. Storage may be closed or full: then the page works without. */

const KEY = 'stage-two progress';
const PATH = 'stage-two path';

/**
 * What is kept. `problem` says why it must not be written over: another version of the site wrote it, or
 * storage is closed. What is torn is nothing, and the next tick replaces it.
 */
export interface Kept {
  readonly progress: Progress;
  readonly problem: Refused['says'] | null;
}

/** What this browser has kept until now. */
export function kept(): Kept {
  try {
    const text = localStorage.getItem(KEY);
    const read = text === null ? null : readProgress(text);
    if (read?.ok) return { progress: read.progress, problem: null };
    const newer = read?.why === 'version';
    const problem = newer
      ? 'A newer copy of this site keeps ticks here; this one leaves them.'
      : null;
    return { progress: NOTHING, problem };
  } catch {
    return {
      progress: NOTHING,
      problem: 'This browser lets the site keep nothing: ticks are not kept.',
    };
  }
}

/** keep writes it down; false where the browser did not let it. */
export function keep(progress: Progress): boolean {
  try {
    localStorage.setItem(KEY, written(progress));
    return true;
  } catch {
    return false;
  }
}

/** forget drops what was read and answered. */
export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** keepPath remembers for this visit on which path it is. */
export function keepPath(path: string): void {
  try {
    sessionStorage.setItem(PATH, path);
  } catch {
    // The links of the path name it.
  }
}

/** forgetPath leaves the path on which the visit is. */
export function forgetPath(): void {
  try {
    sessionStorage.removeItem(PATH);
  } catch {
    // The address alone named it.
  }
}
