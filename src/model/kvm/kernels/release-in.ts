import type { Kernel } from './list.ts';

/** How sure it is that a release decides as its rule set: by our own reading or run, or inferred. */
export type ReleaseStatus = 'confirmed' | 'inferred' | 'unknown';

/** Releases that follow one rule set, from `from` up to the next row. */
export interface Row {
  readonly from: readonly [major: number, minor: number, stable?: number];
  readonly rules: Kernel;
  readonly status: ReleaseStatus;
  readonly note: string;
  readonly source: readonly string[];
  /** The rule set of which it has the sizes of mappings, where that is another. */
  readonly sizes?: 'v7.3';
}

/** A release with the rule set that it follows. */
export interface Release extends Omit<Row, 'from'> {
  /** The name as it was given, such as '7.2.2-1-arch'. */
  readonly name: string;
}

/** All that is known of releases, as data: who has the model elsewhere brings it by itself. */
export interface Releases {
  /** Newest first. A kernel that nobody read says so. */
  readonly rows: readonly Row[];
  /** Releases that were looked at themselves: a build of just this number is as sure as its row. */
  readonly lookedAt: Readonly<Record<string, Partial<Row>>>;
}

/** The rule set that a name leads to. */
export interface MeantKernel {
  /** Null for a name that the model does not know. */
  readonly rules: Kernel | null;
  /** Which release was named, and how sure the rule set is; left out where a rule set was named. */
  readonly release?: Release;
}

/** The rule sets that releases follow, oldest first. */
export const followedIn = ({ rows }: Releases): readonly Kernel[] =>
  [...new Set(rows.map(({ rules }) => rules))].toReversed();

/**
 * The rule set that a kernel follows, by what is known of releases: `kernelMeant` for who brings that as
 * data. Source: the facts about kernels and rule sets; each release has its own ids.
 */
export function kernelMeantIn(releases: Releases, name: unknown): MeantKernel {
  const own = followedIn(releases).find((kernel) => kernel === name);
  if (own !== undefined) return { rules: own };
  const release = typeof name === 'string' ? releaseIn(releases, name) : null;
  return release === null ? { rules: null } : { rules: release.rules, release };
}

/** The last minor number of a major one: the next release began the next major number. */
const LAST: Readonly<Record<number, number>> = { 3: 19, 4: 20, 5: 19, 6: 19 };

const LONGEST = 200;
const WRITTEN =
  /^\s*(?:(?:linux|kernel|image|version|vmlinuz)[-_ ]*)*v?([3-8])\.(\d{1,2})(?:\.(\d{1,4}|[xy]))?((?:[-+~_. ]?rc\d)?(?:[-+~_. (].*)?)$/is;

/**
 * The release that a name means, as people write it: 6.12, v7.1, 7.2.2-1-arch, 6.1.0-31-arm64,
 * linux-6.18, or the line of /proc/version. Null where it names none. A vendor may carry the series
 * on any number: what 243 answers tells more than a name.
 */
export function releaseIn({ rows, lookedAt }: Releases, name: string): Release | null {
  const found = name.length > LONGEST ? null : WRITTEN.exec(name);
  if (!found) return null;
  const [, ...parts] = found;
  // "6.12.y" has no number in the third place.
  const [major = 0, minor = 0, stable = 0] = parts.slice(0, 3).map((part) => Number(part) || 0);
  const row = minor > (LAST[major] ?? Infinity) ? undefined : rowOf(rows, [major, minor, stable]);
  if (!row) return null;
  const { from: _from, ...about } = row;
  const build = (parts[3] ?? '').trim();
  const looked = lookedAt[parts.slice(0, 3).join('.')];
  if (looked) return { name, ...about, ...looked };
  return { name, ...about, ...(build !== '' && ofBuild(row, [major, minor], build)) };
}

type Place = readonly [major: number, minor: number, stable: number];

function rowOf(rows: readonly Row[], [major, minor, stable]: Place): Row | undefined {
  return rows.find(({ from: [a, b, c = 0] }) => (major - a || minor - b || stable - c) >= 0);
}

/** A candidate, or what somebody built: nobody read that. */
function ofBuild(row: Row, [major, minor]: readonly number[], build: string): Partial<Row> {
  if (/nvidia/i.test(build) && major === 6 && minor === 14)
    return {
      rules: 'v6.17',
      status: 'inferred',
      note: "NVIDIA's 6.14 carries the series, early builds may not; 243 tells",
      source: ['G-NVK157'],
    };
  const status = row.status === 'confirmed' ? 'inferred' : row.status;
  const what = /^[-+~_. ]?rc\d/i.test(build) ? 'a release candidate' : 'a build';
  const older = row.rules === 'v6.16' ? ', and may carry the series: 243 tells' : '';
  return { status, note: `${row.note}; ${what} that was not read${older}` };
}
