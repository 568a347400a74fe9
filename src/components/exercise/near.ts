import { whenNear } from '../../figures/near.ts';

/*
 * What judges an exercise comes when a reader does, and before that only where this browser keeps
 * something, which may say that it is solved.
 */
const box = document.querySelector<HTMLElement>('.exercise');
if (box) {
  const whenJudging = whenNear([box], async () => {
    const { greet, judgeRun } = await import('./judge.ts');
    greet(box);
    return judgeRun;
  });
  box.addEventListener('stage-ran', (event) =>
    whenJudging(
      (judgeRun) => judgeRun(box, (event as CustomEvent).detail),
      () =>
        box
          .querySelector('.exercise-said')
          ?.replaceChildren('The part that judges could not be loaded. Reload the page.'),
    ),
  );
  try {
    if (localStorage.length > 0) whenJudging(() => {});
  } catch {
    // A browser that keeps nothing has nothing solved.
  }
}
