import { readFileSync } from 'node:fs';

const SERVING = new URL('../../docs/serving.md', import.meta.url);

/** Which numbers of `docs/serving.md`, found where it matches, are within a tenth of what was measured. */
export function saidOfServing(where: RegExp, measured: readonly number[]): readonly boolean[] {
  const found = where.exec(readFileSync(SERVING, 'utf8'));
  if (found === null) throw new Error(`docs/serving.md does not say ${where}`);
  return measured.map((one, at) => Math.abs(Number(found[at + 1]) - one) <= one / 10);
}
