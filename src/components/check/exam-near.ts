/* The report of an exam comes when it is in sight, or has news. */
const exam = document.querySelector('.exam');
const report = (): void => void import('./exam.ts').then(({ start }) => start());
if (exam) {
  const sight = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    sight.disconnect();
    report();
  });
  sight.observe(exam);
  document.addEventListener('stage-kept', report, { once: true });
}
