/*
 * What a reader typed, for as long as the tab lives. Storage may be refused or full: then the page
 * still has it while it is open.
 */
const key = (id: string): string => `stage-two ${location.pathname}#${id}`;

/** remember keeps the reader's text of a snippet. */
export function remember(id: string, code: string): void {
  try {
    sessionStorage.setItem(key(id), code);
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

/** forget drops the reader's text. */
export function forget(id: string): void {
  try {
    sessionStorage.removeItem(key(id));
  } catch {
    // There was nothing to drop.
  }
}
