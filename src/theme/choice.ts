/** The theme control: it says what holds, sets another, and keeps it for the next page. */
const select = document.querySelector<HTMLSelectElement>('#theme');
const colours = [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')].map(
  (meta) => ({ meta, own: meta.content }),
);

if (select) {
  const root = document.documentElement;
  /** The frame of the window has the paper of the theme, whoever chose it. */
  const paint = (): void => {
    const chosen = root.dataset['theme'] && getComputedStyle(root).backgroundColor;
    for (const { meta, own } of colours) meta.content = chosen || own;
  };
  select.value = root.dataset['theme'] ?? 'system';
  if (root.dataset['theme']) paint();
  select.addEventListener('change', () => {
    const { value } = select;
    if (value === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = value;
    paint();
    try {
      if (value === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', value);
    } catch {
      // Storage is closed to this page: the choice holds until the reader leaves it.
    }
  });
}
