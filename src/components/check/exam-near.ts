import { whenNear } from '../../figures/near.ts';

/* The report of an exam comes when it is in sight, has news, or is to be copied. */
const exam = document.querySelector('.exam');
if (exam) {
  const whenReport = whenNear([], () => import('./exam.ts'));
  const report = (): void =>
    whenReport(
      ({ start }) => start(),
      () =>
        exam
          .querySelector('[role=status]')
          ?.replaceChildren('The part that counts could not be loaded. Reload the page.'),
    );
  const sight = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    sight.disconnect();
    report();
  });
  sight.observe(exam);
  document.addEventListener('stage-kept', report);
  exam.querySelector('button')?.addEventListener('click', report);
}
