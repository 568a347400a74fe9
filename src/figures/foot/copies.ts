/** copies answers the buttons of a figure that copy; what makes a link or an image comes with the first click. */
export function copies(root: HTMLElement): void {
  root.addEventListener('click', async ({ target }) => {
    const what = (target as Element).closest<HTMLElement>('[data-copy]')?.dataset['copy'];
    if (what === undefined) return;
    try {
      const { copy } = await import('./copy.ts');
      await copy(root, what);
    } catch {
      root.querySelector('.fig-copied')?.append('The part that copies could not be loaded.');
    }
  });
}
