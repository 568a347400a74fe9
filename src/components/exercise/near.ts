/*
 * The only part of an exercise that its page loads before it is idle. What judges comes next, and then
 * says whether this browser has it solved already.
 */
const box = document.querySelector<HTMLElement>('.exercise');
if (box) {
  const judging = import('./judge.ts');
  const use = (what: (judge: Awaited<typeof judging>) => void): void =>
    void judging.then(what, () =>
      box
        .querySelector('.exercise-said')
        ?.replaceChildren('The part that judges could not be loaded. Reload the page.'),
    );
  use(({ greet }) => greet(box));
  box.addEventListener('stage-ran', (event) =>
    use(({ judgeRun }) => judgeRun(box, (event as CustomEvent).detail)),
  );
}
