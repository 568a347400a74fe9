import { readText } from './reading.ts';

/* Reads beside the page, so that a long text does not stop it; null where a part did not come. */
addEventListener('message', ({ data }: MessageEvent<string>) => {
  void readText(data).then(postMessage, () => postMessage(null));
});
