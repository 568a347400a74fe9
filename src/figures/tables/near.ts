/*
 * Loads what makes the tables of a page answer: at once where the address chooses rows or leads to
 * one, and else when a table is half a screen from what is shown, or is used from farther away, as it
 * is by voice. A page whose table stands far down does not pay for it while it opens. A map needs
 * nothing before the focus is in it.
 */
for (const map of document.querySelectorAll('stage-map'))
  map.addEventListener('focusin', () => import('./map.ts'), { once: true });
const answering = document.querySelectorAll('stage-table');
const loadFilter = (): void => {
  nearTables.disconnect();
  void import('./filter.ts');
};
const nearTables = new IntersectionObserver(
  (entries) => entries.some(({ isIntersecting }) => isIntersecting) && loadFilter(),
  { rootMargin: '50%' },
);
if (location.search || location.hash) loadFilter();
else
  for (const table of answering) {
    nearTables.observe(table);
    for (const type of ['focusin', 'change', 'input'])
      table.addEventListener(type, loadFilter, { once: true });
  }
addEventListener('hashchange', loadFilter, { once: true });
