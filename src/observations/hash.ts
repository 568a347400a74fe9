/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function constants(): { round: Int32Array; first: Int32Array } {
  const round = new Int32Array(64);
  const first = new Int32Array(8);
  const fraction = (root: number): number => (root - Math.floor(root)) * 2 ** 32;
  for (let found = 0, n = 2; found < 64; n += 1) {
    if (!isPrime(n)) continue;
    if (found < 8) first[found] = fraction(Math.sqrt(n));
    round[found] = fraction(Math.cbrt(n));
    found += 1;
  }
  return { round, first };
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return false;
  return true;
}

let known: ReturnType<typeof constants> | null = null;
/** The schedule of a block; no two hashes are made at once. */
const w = new Int32Array(64);

const right = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** One block of 64 bytes from `at` on, into the state. */
function block(state: Int32Array, round: Int32Array, bytes: DataView, at: number): void {
  for (let i = 0; i < 16; i += 1) w[i] = bytes.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i += 1) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = right(x, 7) ^ right(x, 18) ^ (x >>> 3);
    const s1 = right(y, 17) ^ right(y, 19) ^ (y >>> 10);
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i += 1) {
    const s1 = right(e, 6) ^ right(e, 11) ^ right(e, 25);
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + round[i]! + w[i]!;
    const s0 = right(a, 2) ^ right(a, 13) ^ right(a, 22);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((part, i) => (state[i]! += part));
}

/**
 * SHA-256 of a text. Of our own, because the browser's answers later, and only on a page that came by
 * TLS; and no weaker sum, because a reader's code writes what is hashed.
 */
export function sha256(text: string): Uint8Array {
  known ??= constants();
  const said = new TextEncoder().encode(text);
  const bytes = new Uint8Array(((said.length + 72) >> 6) << 6);
  bytes.set(said);
  bytes[said.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, said.length * 8);
  const state = known.first.slice();
  for (let at = 0; at < bytes.length; at += 64) block(state, known.round, view, at);
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => out.setInt32(4 * i, word));
  return new Uint8Array(out.buffer);
}
