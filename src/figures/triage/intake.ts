import { counted } from '../../grammar/count.ts';

/** Characters that the field takes, as many as `triage` reads. A test holds that they are the same. */
export const LONGEST_TEXT = 1_000_000;

/** Bytes of a file that are looked at: no encoding of a text takes more for what the field takes. */
const MOST_BYTES = 4 * LONGEST_TEXT;

/** cutTo gives as much of a text as there is room for, and a sentence where that is not all. */
export function cutTo(text: string, room: number): { text: string; why: string } {
  if (text.length <= room) return { text, why: '' };
  const why = `The text has ${counted(text.length)} characters; the first ${counted(room)} stand here. Keep the part around the error.`;
  return { text: text.slice(0, room), why };
}

/** textOfFile reads a file as text: what is no text is said, and a long one is cut. */
export async function textOfFile(
  file: File,
): Promise<{ text: string; said: string } | { why: string }> {
  try {
    const text = await file.slice(0, MOST_BYTES).text();
    const said =
      file.size > MOST_BYTES
        ? `${file.name} has ${counted(file.size)} bytes; its begin was read.`
        : '';
    if (text.includes('\0'))
      return {
        text: text.replaceAll('\0', ''),
        said: `${file.name} is no plain text; what can be read of it stands here. ${said}`.trim(),
      };
    return { text, said };
  } catch {
    return {
      why: `${file.name} could not be read. Open it elsewhere, and paste the part around the error.`,
    };
  }
}
