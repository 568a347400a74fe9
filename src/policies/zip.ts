/*
 * A ZIP archive that stores its files as they are (method 0 of ISO/IEC 21320-1): a few texts need no
 * compression, and no library.
 */

/** A file of an archive: a path with slashes, and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The date that all files have: the first that the format knows, 1980-01-01. */
const DATE = 0x21;
const UTF8_NAMES = 0x0800;

/** zip packs texts into an archive. */
export function zip(files: readonly TextFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const index: Uint8Array[] = [];
  let at = 0;
  for (const { path, text } of files) {
    const [name, data] = [encoder.encode(path), encoder.encode(text)];
    const common = [
      [2, 20],
      [2, UTF8_NAMES],
      [2, 0],
      [2, 0],
      [2, DATE],
      [4, crc32(data)],
      [4, data.length],
      [4, data.length],
      [2, name.length],
      [2, 0],
    ] as const;
    const local = fields([[4, 0x04034b50], ...common]);
    index.push(
      fields([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]),
      name,
    );
    parts.push(local, name, data);
    at += local.length + name.length + data.length;
  }
  const size = index.reduce((sum, { length }) => sum + length, 0);
  const count = files.length;
  const end = [
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, at],
    [2, 0],
  ] as const;
  return joined([...parts, ...index, fields(end)]);
}

/** Numbers of two or four bytes, the least significant first. */
function fields(list: readonly (readonly [size: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    list.flatMap(([size, value]) =>
      Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 255),
    ),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The CRC-32 of ISO 3309, as the format asks for it. */
export function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
