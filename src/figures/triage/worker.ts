import { answered } from './answering.ts';
import type { Input } from './link.ts';

/* Judges beside the page, so that no letter waits for the text before it. */
addEventListener('message', ({ data }: MessageEvent<Input>) => postMessage(answered(data)));
