/** leadOn takes an old link, which names an entry on the page of all names, to where it stands now. */
export function leadOn(): void {
  const named = document.getElementById(location.hash.slice(1));
  const entry = named?.querySelector<HTMLAnchorElement>('th a');
  if (entry) location.replace(entry.href);
}
