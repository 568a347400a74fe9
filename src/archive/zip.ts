/*
 * A ZIP archive of ISO/IEC 21320-1, made of the bytes of its files and nothing else: the same files make the
 * same archive. Who has packed a file hands that in; else it is stored as it is.
 */

/** A file of an archive: a path with slashes, its bytes, and the same as raw DEFLATE makes them. */
export interface ArchiveFile {
  readonly path: string;
  readonly data: Uint8Array;
  readonly packed?: Uint8Array;
}

/** The text of a file, as its bytes. */
export const textFile = (path: string, text: string): ArchiveFile => ({
  path,
  data: new TextEncoder().encode(text),
});

/** The first date that the format knows. */
const FIRST = new Date(Date.UTC(1980, 0, 1));
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** zip packs files into an archive; all have one date, in UTC and down to two seconds. */
export function zip(files: readonly ArchiveFile[], date: Date = FIRST): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const index: Uint8Array[] = [];
  let at = 0;
  for (const { path, data, packed } of files) {
    const name = encoder.encode(path);
    const body = packed ?? data;
    const common = [
      [2, 20],
      [2, UTF8_NAMES],
      [2, packed === undefined ? 0 : DEFLATED],
      [2, timeOf(date)],
      [2, dayOf(date)],
      [4, crc32(data)],
      [4, body.length],
      [4, data.length],
      [2, name.length],
      [2, 0],
    ] as const;
    const local = fields([[4, 0x04034b50], ...common]);
    index.push(
      fields([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]),
      name,
    );
    parts.push(local, name, body);
    at += local.length + name.length + body.length;
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

const timeOf = (date: Date): number =>
  (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);

const dayOf = (date: Date): number =>
  ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();

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

/** What eight zero bits make of a byte, for each byte. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** The CRC-32 of ISO 3309, as the format asks for it. */
export function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 255] ?? 0);
  return ~crc >>> 0;
}
