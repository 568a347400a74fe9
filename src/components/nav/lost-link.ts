/*
 * A link to a reader's version of a snippet, on a page that has none: snippets read such links
 * themselves, and where there are none somebody has to say so. `LINK` of snippets/core/link.ts.
 */
function open(): void {
  if (location.hash.startsWith('#snippet=') && !document.querySelector('stage-snippet'))
    void import('../../snippets/browser/share.ts').then((share) => share.deliver(location.hash));
}
addEventListener('hashchange', open);
open();
