import { withRead } from './progress.ts';
import { change, here, kept } from './store.ts';
import { tick } from './ticks.ts';

/* A chapter, and any page of a path, counts as read once its end has been in sight. */
const sight = new IntersectionObserver((seen) => {
  if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
  sight.disconnect();
  change((progress) => withRead(progress, here()));
});
// One that is no chapter ends at the foot.
for (const end of document.querySelectorAll('.pager, .foot')) sight.observe(end);

document.addEventListener('stage-kept', () => tick(kept().progress.read));
