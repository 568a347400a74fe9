/*
 * A link to the state of a snippet or a figure: what is not on the page cannot say so itself. Whether it is
 * there is asked only where an address has a state.
 */
function open(): void {
  const { search, hash } = location;
  if (/#\w+=|=[\w-]+:/.test(search + hash))
    void import('./lost.ts').then((lost) => lost.tellLost(search, hash));
}
addEventListener('hashchange', open);
open();
