import { MODES } from './protocol.ts';
import type { Recorded } from './schema.ts';

const numbers = (version: string): number[] => version.split('.').map(Number);

function newerFirst(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (const [i, n] of left.entries()) if (n !== right[i]) return (right[i] ?? 0) - n;
  return 0;
}

/** Newest kernel first, the usual mode before the others, then by CPU, the larger cores first. */
export function byRank(a: Recorded, b: Recorded): number {
  return (
    newerFirst(a.kernel.version, b.kernel.version) ||
    Number(a.driver !== undefined) - Number(b.driver !== undefined) ||
    Number(a.mode === 'protected') - Number(b.mode === 'protected') ||
    MODES.indexOf(a.mode) - MODES.indexOf(b.mode) ||
    b.cpu.localeCompare(a.cpu)
  );
}
