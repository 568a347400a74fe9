/*
 * The only part of an exercise that its page loads at once. What judges comes when the pointer or the focus
 * does, and before that only where this browser keeps something, which may say that it is solved.
 */
const box = document.querySelector<HTMLElement>('.exercise');
if (box) {
  let judging: Promise<typeof import('./judge.ts')> | undefined;
  const near = (): Promise<typeof import('./judge.ts')> => {
    if (!judging) {
      judging = import('./judge.ts');
      judging.then(
        ({ greet }) => greet(box),
        () =>
          box
            .querySelector('.exercise-said')
            ?.replaceChildren('The part that judges could not be loaded. Reload the page.'),
      );
    }
    return judging;
  };
  for (const sign of ['pointerover', 'focusin'])
    document.addEventListener(sign, near, { once: true });
  box.addEventListener('stage-ran', (event) => {
    near().then(
      ({ judgeRun }) => judgeRun(box, (event as CustomEvent).detail),
      () => {},
    );
  });
  try {
    if (localStorage.length > 0) void near();
  } catch {
    // A browser that keeps nothing has nothing solved.
  }
}
