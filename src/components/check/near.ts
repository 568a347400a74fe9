/*
 * The only part of a check that every page loads: choosing needs no script, and judging comes when the
 * pointer or the focus comes near.
 */
const judge = (check: HTMLElement): void =>
  void import('./judge.ts').then(
    (module) => module.judge(check),
    () =>
      check
        .querySelector('fieldset [role=status]')
        ?.replaceChildren('The part that judges could not be loaded. Open the answer below.'),
  );

for (const check of document.querySelectorAll<HTMLElement>('.check[data-key]')) {
  const near = (): void => void import('./judge.ts').catch(() => {});
  for (const type of ['pointerover', 'focusin']) check.addEventListener(type, near, { once: true });
  check.querySelector('fieldset button')?.addEventListener('click', () => judge(check));
  check.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Enter' && (target as Element).matches('fieldset input')) judge(check);
  });
}
