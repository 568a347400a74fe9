import { judging } from './judging.ts';
import type { Asking } from './judging.ts';

/* Judges beside the page, so that no letter has to wait for a search. One answer to each question, in order. */
addEventListener('message', ({ data }: MessageEvent<Asking>) => postMessage(judging(data)));
