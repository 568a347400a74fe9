/** A control of which the address keeps the value. */
export type Choice = HTMLSelectElement | HTMLInputElement;

/**
 * keptChoices writes what controls stand at into the address, so that a link leads to the same view.
 * `show` draws what is chosen; `choose` takes values as an address gives them, none for a new start.
 * A button inside `host` begins anew. It gives the function that keeps what was chosen otherwise.
 */
export function keptChoices(
  host: HTMLElement,
  choices: readonly Choice[],
  show: () => void,
  choose: (values: URLSearchParams) => void,
): () => void {
  const keep = (): void => {
    const query = new URLSearchParams(location.search);
    for (const { name, value } of choices)
      if (value) query.set(name, value);
      else query.delete(name);
    const search = query.size ? `?${query}` : '';
    history.replaceState(history.state, '', location.pathname + search + location.hash);
  };
  // A field says each letter; a select says the same twice.
  for (const type of ['change', 'input']) host.addEventListener(type, () => (show(), keep()));
  host.addEventListener('click', ({ target }) => {
    if (!(target as Element).matches('button')) return;
    choose(new URLSearchParams());
    keep();
  });
  return keep;
}
