/** The theme control: it says what holds, sets another, and keeps it for the next page. */
const select = document.querySelector<HTMLSelectElement>('#theme');

if (select) {
  const root = document.documentElement;
  select.value = root.dataset['theme'] ?? 'system';
  select.addEventListener('change', () => {
    const { value } = select;
    if (value === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = value;
    try {
      if (value === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', value);
    } catch {
      // Storage is closed to this page: the choice holds until the reader leaves it.
    }
  });
}
