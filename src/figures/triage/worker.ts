import { answered } from './answering.ts';
import type { Input } from './link-form.ts';

/* Judges beside the page, so that no letter waits for the text before it; null where a part did not come. */
addEventListener('message', ({ data }: MessageEvent<Input>) => {
  void answered(data).then(postMessage, () => postMessage(null));
});
