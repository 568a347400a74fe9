import { playStrip } from '../player/play-strip.ts';

/** hydrate plays the trace that stands in `root`. */
export function hydrate(root: HTMLElement): void {
  playStrip(root, root.dataset['name']);
}
