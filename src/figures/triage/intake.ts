import { counted } from '../../grammar/count.ts';

/** Characters that the field takes, as many as `triage` reads. A test holds that they are the same. */
export const LONGEST_TEXT = 1_000_000;

/** cutTo gives as much of a text as there is room for, and a sentence where that is not all. */
export function cutTo(text: string, room: number): { text: string; why: string } {
  if (text.length <= room) return { text, why: '' };
  const why = `The text has ${counted(text.length)} characters; the first ${counted(room)} stand here. Keep the part around the error.`;
  return { text: text.slice(0, room), why };
}
