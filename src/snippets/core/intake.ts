import { readTree } from '../../model/usual.ts';
import { MAX_ASKS, MAX_EVENTS, MAX_TEXT } from './limits.ts';
import { UNPRINTABLE } from './unprintable.ts';
import { inOneBlock, readError } from './read-error.ts';
import { stopped, whyStopped } from './stopped.ts';
import type { OutputEvent, RawError, Waiting } from './types.ts';
import { weigh } from './weigh.ts';

/** What a host takes from what a realm said. After `cut` and `end` nothing counts. */
export type Heard =
  | { readonly type: 'start' }
  | { readonly type: 'event'; readonly event: OutputEvent }
  | { readonly type: 'cut' }
  | { readonly type: 'asks'; readonly call: string | null }
  | { readonly type: 'end'; readonly error: RawError | null };

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT;
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** Only a realm knows that its code waits; all else a host finds out by itself. */
const isWaiting = (why: unknown): why is Waiting => why === 'late' || why === 'pending';

/**
 * intake is the guard of a host: all that comes from a realm goes through it, in the page as at the
 * build. Nothing is taken but plain data of the known form, within the output limit, by whatever the
 * realm itself counted; null: no realm says that.
 */
export function intake(): (data: unknown) => Heard | null {
  let room = MAX_TEXT;
  let events = 0;
  let asks = 0;
  const take = (event: OutputEvent): Heard => {
    const size = weigh(event);
    // The last of the room is for the characters, not for the end of a line.
    if (size - 1 > room || events >= MAX_EVENTS) return { type: 'cut' };
    room -= size;
    events += 1;
    return { type: 'event', event };
  };
  return (data) => {
    if (!isBag(data)) return null;
    switch (data['type']) {
      case 'start':
      case 'cut':
        return { type: data['type'] };
      case 'event':
        return take(readEvent(data['event']) ?? { kind: 'log', text: UNPRINTABLE });
      case 'asks': {
        const { call } = data;
        asks += 1;
        if (asks > 2 * MAX_ASKS || !(call === null || isText(call))) return null;
        return { type: 'asks', call: call === null ? null : inOneBlock(call) };
      }
      case 'stopped': {
        const { why } = data;
        return isWaiting(why) ? { type: 'end', error: stopped(whyStopped(why, null)) } : null;
      }
      case 'end': {
        const { error } = data;
        return { type: 'end', error: error === null ? null : readError(error) };
      }
      default:
        return null;
    }
  };
}

function readEvent(value: unknown): OutputEvent | null {
  if (!isBag(value)) return null;
  const { kind, text } = value;
  if (!isText(text)) return null;
  switch (kind) {
    case 'log':
    case 'info':
    case 'warn':
    case 'error':
      return { kind, text };
    case 'table': {
      const { columns, rows } = value;
      return isTexts(columns) && Array.isArray(rows) && rows.every(isTexts)
        ? { kind, columns, rows, text }
        : null;
    }
    case 'show': {
      const tree = readTree(value['tree']);
      return tree && { kind, tree, text };
    }
    default:
      return null;
  }
}
