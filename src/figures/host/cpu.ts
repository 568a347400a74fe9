import type { ListedCpu } from '../tables/listed-cpu.ts';

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:arm|aws|ampere|apple|nvidia|qualcomm|huawei)\s+/, '')
    .replace(/[^a-z0-9]/g, '');

/** Fewer letters are part of too many names. */
const SHORTEST = 3;

/** The CPU of the list that a name means: the same letters, else the only one that contains them. */
export function cpuNamed(cpus: readonly ListedCpu[], name: string): ListedCpu | null {
  const wanted = plain(name);
  if (wanted === '') return null;
  const same = cpus.find(({ cpu }) => plain(cpu) === wanted);
  if (same || wanted.length < SHORTEST) return same ?? null;
  const [only, ...others] = cpus.filter(({ cpu }) => plain(cpu).includes(wanted));
  return only !== undefined && others.length === 0 ? only : null;
}

/** MIDR_EL1 without variant and revision: what one core has in all its revisions. */
const CORE = 0xff0ffff0n;

/** The CPU of the list whose MIDR_EL1 is that of the same core. */
export function cpuWithMidr(cpus: readonly ListedCpu[], midr: bigint): ListedCpu | null {
  const [only, ...others] = cpus.filter(
    (one) => one.midr !== undefined && (BigInt(one.midr) & CORE) === (midr & CORE),
  );
  return only !== undefined && others.length === 0 ? only : null;
}
