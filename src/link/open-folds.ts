/** Opens every fold around what a link leads to, so that it can be brought into view. */
export function openFolds(around: Element): void {
  let fold = around.closest('details');
  while (fold) {
    fold.open = true;
    fold = fold.parentElement?.closest('details') ?? null;
  }
}
