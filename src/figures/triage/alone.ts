import type { Answered } from './answering.ts';
import type { Input } from './link-form.ts';

/** alone answers without a worker. Few browsers need it, so the list of what it takes stands here. */
export const alone = async (input: Input): Promise<Answered> =>
  (await import('./answering.ts')).answered(input);
