import { Answering, type Request } from './answering.ts';

/* Looks at rows beside the page, so that no choice waits for the one before. */
const answering = new Answering((reply) => postMessage(reply));
addEventListener('message', ({ data }: MessageEvent<Request>) => void answering.hear(data));
