import { LINK, readLink } from './link.ts';

/** Parts of the page that say what a policy is worth. */
export const OF_A_VERDICT = ['verdicts', 'worst', 'needs', 'differs'] as const;

/**
 * Shows what the address holds where the editor is to stand, so that nobody waits for the editor to read
 * a policy. No verdict stays beside a text that it is not of.
 */
export async function preview(root: HTMLElement): Promise<void> {
  if (!location.hash.startsWith(LINK)) return;
  const linked = await readLink(location.hash);
  const place = root.querySelector('pre[data-part=code]');
  // The editor may have come first; then it shows the text itself.
  if ('why' in linked || place === null || place.childElementCount > 0) return;
  place.textContent = linked.code;
  for (const part of OF_A_VERDICT) root.querySelector(`[data-part=${part}]`)?.replaceChildren();
  root
    .querySelector('[data-part=note]')
    ?.replaceChildren('This policy came by a link. It has not run.');
  root.scrollIntoView();
}
