import { z } from 'astro/zod';
import { date, sourceIds, status, text } from './fields.ts';

/** What an event is: a time or a part of the story. */
export const EVENT_KINDS = ['before', 'beside', 'argument', 'posting', 'landing', 'since'] as const;

/** One entry of `content/data/timeline.json`, which is sorted by date. */
export const event = z.strictObject({
  date,
  /** Who; several names have ` / ` between them. */
  actor: text('a name, or several with / between them', 'Marc Zyngier'),
  event: text('what happened, in one sentence', 'Asks for a check at memslot creation'),
  kind: z.enum(EVENT_KINDS).meta({
    description: `one of ${EVENT_KINDS.join(', ')}`,
    examples: ['"argument"'],
  }),
  source: sourceIds,
  status,
});

export type DebateEvent = z.output<typeof event>;
