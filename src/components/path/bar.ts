import { whenNear } from '../../figures/near.ts';

/* A chapter has an end to be read to, another page only on a path; only who does something reads on. */
if (document.querySelector('.pager, .path-bar:not([hidden])'))
  whenNear([document], () => import('./follow.ts'), ['scroll', 'pointermove', 'keydown']);
