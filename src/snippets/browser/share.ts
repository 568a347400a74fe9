import { openFolds } from '../../link/open-folds.ts';
import { readLink, writeLink } from '../core/link.ts';

/** shareLink puts the link to a version on the clipboard, and gives what the reader is told of it. */
export async function shareLink(id: string, code: string): Promise<string> {
  const fragment = await writeLink({ id, code });
  if (typeof fragment !== 'string') return fragment.why;
  const { origin, pathname } = location;
  try {
    await navigator.clipboard.writeText(origin + pathname + fragment);
    return 'Link copied. It holds your version.';
  } catch {
    history.replaceState(history.state, '', fragment);
    return 'The browser did not allow it. The link stands in the address bar.';
  }
}

/** A version for a snippet of this page. */
export interface Delivered {
  readonly root: HTMLElement;
  readonly code: string;
}

/** deliver reads the link of the page's address; what cannot be opened is told where the reader is. */
export async function deliver(fragment: string): Promise<Delivered | null> {
  const linked = await readLink(fragment);
  const found = linked.id === null ? null : document.getElementById(linked.id);
  const root = found?.matches('stage-snippet') ? found : null;
  if (root) show(root);
  if ('why' in linked) return tell(root, linked.why);
  if (root?.querySelector('[data-do=edit]')) return { root, code: linked.code };
  return tell(root, 'This link is for a snippet that this page does not have any more.');
}

/** Brings a snippet into view, also one that is folded away in a check. */
function show(root: HTMLElement): void {
  openFolds(root);
  root.scrollIntoView();
}

/** Says why a link was not opened: at its snippet, or else under the title of the page. */
export function tell(root: HTMLElement | null, why: string): null {
  let note = (root ?? document).querySelector<HTMLElement>(root ? '.snip-note' : '.snip-lost');
  if (!note) {
    note = document.createElement('p');
    note.className = 'snip-note snip-lost placing';
    note.role = 'status';
    document.querySelector('h1')?.after(note);
  }
  note.textContent = why;
  return null;
}
