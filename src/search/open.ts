/** Opens the search by button, `/` and Ctrl+K. All the rest is loaded when that comes near. */
const load = () => import('./dialog.ts');
const show = () =>
  void load().then(
    ({ open }) => open(),
    () => document.querySelector<HTMLElement>('#lost')?.showPopover(),
  );
const button = document.querySelector('.search-open');

for (const near of ['pointerenter', 'focus'])
  button?.addEventListener(near, () => load().catch(() => {}), { once: true });
button?.addEventListener('click', show);

document.addEventListener('keydown', (event) => {
  const chord = event.key === 'k' && (event.ctrlKey || event.metaKey);
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!chord && !(slash && !isTyping(event))) return;
  event.preventDefault();
  show();
});

function isTyping(event: Event): boolean {
  // An editor stands in a shadow root; the event's own target is only its host.
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
