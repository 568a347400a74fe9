import { whenNear } from '../../figures/near.ts';

/** The list itself needs no script; what strikes reasons out comes with a reader. */
const fields = document.querySelectorAll('.reasons-known');
const whenStriking = whenNear(fields, () => import('./strike.ts'));
for (const known of fields)
  known.addEventListener('change', () =>
    whenStriking(
      ({ strike }) => strike(known),
      () => known.querySelector('[role=status]')?.replaceChildren('Not loaded. Reload the page.'),
    ),
  );
