/*
 * Each page of the archive loads this first. Where a page is opened as a file, browsers load no module for
 * it: then it says so, shows nothing that would need one, and leads to files where a server would find them.
 */
if (location.protocol === 'file:') {
  document.documentElement.classList.remove('js');
  const name = (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
  };
  for (const type of ['click', 'auxclick', 'contextmenu']) document.addEventListener(type, name);
  document.addEventListener('DOMContentLoaded', () => {
    const line = document.createElement('p');
    line.className = 'opened-as-file';
    line.textContent =
      'Opened as a file, this page can be read. For search, snippets and figures, serve its folder: README.txt says how.';
    document.querySelector('main')?.prepend(line);
  });
}
