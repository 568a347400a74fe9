import { whenNear } from '../../figures/near.ts';

/* What saves, reads back and forgets comes when a reader comes near. */
const root = document.querySelector<HTMLElement>('.kept');
if (root) {
  const whenForm = whenNear([root], async () => (await import('./kept-form.ts')).formOf(root));
  const failed = (): void => {
    const line = root.querySelector('output');
    if (line) line.value = 'The part that does this could not be loaded. Nothing has changed.';
  };
  root.addEventListener('click', ({ target }) => {
    const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (what !== undefined) whenForm((form) => form.act(what), failed);
  });
  root.addEventListener('change', ({ target }) => {
    if ((target as Element).matches('[type=file]'))
      whenForm((form) => form.take(target as HTMLInputElement), failed);
  });
}
