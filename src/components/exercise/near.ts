import { whenNear } from '../../figures/near.ts';

/* What judges an exercise comes when a reader does. That it was solved before is a mark, as on every list. */
const box = document.querySelector<HTMLElement>('.exercise');
if (box) {
  const whenJudging = whenNear([box], async () => {
    const { judgeRun, seeSolution } = await import('./judge.ts');
    seeSolution(box);
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
}
