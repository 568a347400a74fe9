import { hostFacts } from '../../triage/host-facts.ts';

/* Reads beside the page, so that a long text does not stop it. */
addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(hostFacts(data)));
