import type { Release } from '../kvm/kernels/release-in.ts';

/** A whole line of /proc/version is cut to this. */
const LONGEST = 40;

/** Which rules a release follows and how sure that is, such as "6.12 follows v6.16, inferred: ...". */
export function releaseInWords({ name, rules, status, note, source }: Release): string {
  const sure = status === 'unknown' ? 'not known' : status;
  const short = name.trim().slice(0, LONGEST).trimEnd();
  return `${short} follows ${rules}, ${sure}: ${note}. [${source.join(', ')}]`;
}
