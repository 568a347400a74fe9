/* The commands of a listing, into the clipboard; where the browser refuses, selected for the reader's own keys. */

async function copyCommands(listing: HTMLElement): Promise<void> {
  const pre = listing.querySelector('pre');
  const said = listing.querySelector('[role=status]');
  if (!pre || !said) return;
  try {
    await navigator.clipboard.writeText(pre.textContent);
    said.textContent = 'Copied';
  } catch {
    getSelection()?.selectAllChildren(pre);
    said.textContent = 'Selected';
  }
}

for (const button of document.querySelectorAll<HTMLElement>('.listing button')) {
  const listing = button.closest<HTMLElement>('.listing');
  if (listing) button.addEventListener('click', () => void copyCommands(listing));
}
