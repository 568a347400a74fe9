/*
 * What a reader typed, for as long as the tab lives. Storage may be refused or full: then the page
 * still has it while it is open.
 */
const key = (id: string): string => `stage-two ${location.pathname}#${id}`;

/** keep keeps the reader's text of a snippet; null drops it. */
export function keep(id: string, code: string | null): void {
  try {
    if (code === null) sessionStorage.removeItem(key(id));
    else sessionStorage.setItem(key(id), code);
  } catch {
    // Nothing is lost that the open page does not still show.
  }
}

/** remembered is the text that the reader left; null: none. */
export function remembered(id: string): string | null {
  try {
    return sessionStorage.getItem(key(id));
  } catch {
    return null;
  }
}
