import { whenNear } from '../../figures/near.ts';

/* Only a reader who came from a path follows one, and only a reader who does something reads on. */
if (document.querySelector('.path-bar:not([hidden])'))
  whenNear([document], () => import('./follow.ts'), ['scroll', 'pointerover', 'keydown']);
