import { routeOf } from '../../address.ts';
import { KEY, OLD_GUESSES } from './names.ts';
import { NOTHING, readProgress, written, type Progress } from './progress.ts';

/* What this browser keeps of a reader. Storage may be closed or full: then the page alone has it. */

const CLOSED = 'This browser lets the site keep nothing: ticks and answers go with this page.';
const UNREAD =
  'What is kept here is torn, or of another copy of this site; it stays until you forget it.';

/** `problem` says why nothing is written: storage is closed, or what stands there cannot be read. */
export interface Kept {
  readonly progress: Progress;
  readonly problem: string | null;
}

/** What could not be written, for as long as the page is open. */
let held: Progress | null = null;

/** What is kept until now. What cannot be read is left as it is: to write would lose it. */
export function kept(): Kept {
  try {
    const text = localStorage.getItem(KEY);
    const read = text === null ? null : readProgress(text);
    const problem = read?.ok === false ? UNREAD : null;
    return { progress: held ?? (read?.ok ? read.progress : NOTHING), problem };
  } catch {
    return { progress: held ?? NOTHING, problem: CLOSED };
  }
}

/** here is the address of the page as what is kept has it, wherever the site stands. */
export const here = (): string =>
  import.meta.env.BASE_URL === '/'
    ? location.pathname
    : routeOf(location.pathname, import.meta.env.BASE_URL);

/** change writes something more down, and tells the page; why it could not, if so. */
export function change(more: (progress: Progress) => Progress): string | null {
  const { progress, problem } = kept();
  const next = more(progress);
  held = problem === null && write(next) ? null : next;
  tell();
  return held === null ? null : (problem ?? CLOSED);
}

function write(progress: Progress): boolean {
  try {
    localStorage.setItem(KEY, written(progress));
    return true;
  } catch {
    return false;
  }
}

/** forget drops all that was read and answered. */
export function forget(): void {
  held = null;
  try {
    for (const name of [KEY, OLD_GUESSES]) localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
  tell();
}

/** Whoever shows what is kept listens to this. */
function tell(): void {
  document.dispatchEvent(new CustomEvent('stage-kept'));
}
