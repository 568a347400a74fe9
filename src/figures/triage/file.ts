import { counted } from '../../grammar/count.ts';

/** Bytes of a character, at most: no encoding of a text takes more. */
const MOST_BYTES = 4;

/** textOfFile reads a file as text, as much of it as a field takes: what is no text is said, and a long one is cut. */
export async function textOfFile(
  file: File,
  longest: number,
): Promise<{ text: string; said: string } | { why: string }> {
  const most = MOST_BYTES * longest;
  try {
    const text = await file.slice(0, most).text();
    const said =
      file.size > most ? `${file.name} has ${counted(file.size)} bytes; its begin was read.` : '';
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
