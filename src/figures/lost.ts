/** sayLost shows the line of a figure that says that the part that answers did not come. */
export function sayLost(root: HTMLElement): void {
  root.querySelector('.fig-failed')?.removeAttribute('hidden');
}
