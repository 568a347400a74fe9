/** A file, a folder or a character device of an initramfs. */
export interface Entry {
  readonly name: string;
  /** Kind and permissions, as in `st_mode`. */
  readonly mode: number;
  readonly data?: Buffer;
  /** Major and minor number of a device. */
  readonly device?: readonly [major: number, minor: number];
}

const MAGIC = '070701';

/** An archive in the form newc, which the kernel unpacks (Documentation/driver-api/early-userspace). */
export function cpio(entries: readonly Entry[]): Buffer {
  const all = [...entries, { name: 'TRAILER!!!', mode: 0 }];
  return Buffer.concat(all.flatMap((entry, i) => parts(entry, i + 1)));
}

function parts(
  { name, mode, data = Buffer.alloc(0), device = [0, 0] }: Entry,
  ino: number,
): Buffer[] {
  const path = Buffer.from(`${name}\0`);
  const fields = [ino, mode, 0, 0, 1, 0, data.length, 0, 0, ...device, path.length, 0];
  const head = MAGIC + fields.map((field) => field.toString(16).padStart(8, '0')).join('');
  return [padded(Buffer.concat([Buffer.from(head), path])), padded(data)];
}

/** Head with name, and data, each end on a multiple of four bytes. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}
