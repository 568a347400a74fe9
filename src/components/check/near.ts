import { whenNear } from '../../figures/near.ts';

/* Choosing an answer needs no script; what judges it comes when a reader comes near. */
const checks = document.querySelectorAll<HTMLElement>('.check[data-key]');
const whenJudging = whenNear(checks, () => import('./judge.ts'));

for (const check of checks) {
  const judge = (): void =>
    whenJudging(
      (module) => module.judge(check),
      () =>
        check
          .querySelector('fieldset [role=status]')
          ?.replaceChildren('The part that judges could not be loaded. Open the answer below.'),
    );
  check.querySelector('fieldset button')?.addEventListener('click', judge);
  check.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Enter' && (target as Element).matches('fieldset input')) judge();
  });
}
