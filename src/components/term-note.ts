/** Opens the note of a term beside its link. Without a script the link leads to the glossary. */
document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;
  const note = link && document.getElementById(`term-${link.hash.slice(1)}`);
  if (!note || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  note.showPopover({ source: link });
});
