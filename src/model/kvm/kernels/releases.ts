import type { Kernel } from './list.ts';

/** How sure it is that a release decides as its rule set: by our own reading or run, or inferred. */
export type ReleaseStatus = 'confirmed' | 'inferred' | 'unknown';

/** Releases that follow one rule set, from `from` up to the next row. */
interface Row {
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

const SIZES = '; the sizes of mappings are those of v7.3';
const FROM_69 = {
  rules: 'v6.16',
  status: 'inferred',
  note: 'for memslot and memory type',
  source: ['N-PR69', 'C1', 'CODE617'],
} as const;

/** Which release follows which rules, newest first. A kernel that nobody read says so. */
const ROWS: readonly Row[] = [
  {
    from: [7, 4],
    rules: 'v7.3',
    status: 'unknown',
    note: 'newer than 7.3.4, the newest that was read',
    source: ['CODE734'],
  },
  {
    from: [7, 3],
    rules: 'v7.3',
    status: 'confirmed',
    note: 'read in 7.3.4',
    source: ['CODE734', 'LAB-734'],
  },
  {
    from: [7, 1],
    rules: 'v7.3',
    status: 'inferred',
    note: 'for the policy; the size of a PFNMAP block by the rule of v6.17 until commit 71cc2c67fb8f',
    source: ['L-REFACT', 'L-REFACT2', 'L-LEAF'],
  },
  {
    from: [6, 18],
    rules: 'v6.17',
    status: 'inferred',
    note: 'for the policy; guest_memfd slots of mappable files exist, which v6.17 has not',
    source: ['L-GMEM2', 'L-PR618', 'Q-KRUN479'],
  },
  {
    from: [6, 17],
    rules: 'v6.17',
    status: 'confirmed',
    note: 'read as the series left it',
    source: ['CODE617', 'PR617'],
  },
  { from: [6, 13], ...FROM_69 },
  {
    // The stable line took commit 71cc2c67fb8f with this number.
    from: [6, 12, 113],
    ...FROM_69,
    note: `${FROM_69.note + SIZES}, by Debian's list of changes`,
    source: [...FROM_69.source, 'DEB-612'],
    sizes: 'v7.3',
  },
  { from: [6, 9], ...FROM_69 },
  {
    from: [6, 1],
    rules: 'v6.16',
    status: 'inferred',
    note: 'without Normal-NC: VM_ALLOW_ANY_UNCACHED came with 6.9, so a BAR is Device',
    source: ['N-PR69', 'N-C3'],
  },
  {
    from: [3, 0],
    rules: 'v6.16',
    status: 'inferred',
    note: 'without Normal-NC; older than 6.1.176, the oldest that was looked at',
    source: ['N-PR69', 'N-C3'],
  },
];

/** The rule sets that releases follow, oldest first. */
export const FOLLOWED: readonly Kernel[] = [
  ...new Set(ROWS.map(({ rules }) => rules)),
].toReversed();

const RAN = 'in our own runs it decides as ';
const SEEN =
  'in our own runs it takes the cacheable PFNMAP slot and maps it Device, FWB and DIC or not';

/** Releases that were looked at themselves: a build of just this number is as sure as its row. */
const LOOKED_AT: Readonly<Record<string, Partial<Row>>> = {
  '7.3.4': {},
  '7.2.12': {
    status: 'confirmed',
    note: `${RAN}7.3.4; what changed between them was read`,
    source: ['LAB-72'],
  },
  '7.1.13': {
    rules: 'v6.17',
    status: 'confirmed',
    note: `${RAN}v6.17, sizes of mappings too; guest_memfd slots, which that has not, were not asked`,
    source: ['LAB-71'],
  },
  '7.0.13': {
    rules: 'v6.17',
    status: 'confirmed',
    note: `${RAN}v6.17; guest_memfd slots, which that has not, were not asked`,
    source: ['LAB-70'],
  },
  '6.19.14': {
    rules: 'v6.17',
    status: 'confirmed',
    note: `${RAN}v6.17; guest_memfd slots, which that has not, were not asked`,
    source: ['LAB-619'],
  },
  '6.18.15': {
    status: 'confirmed',
    note: `${RAN}v6.17; guest_memfd slots, which that has not, were not asked`,
    source: ['LAB-618'],
  },
  '6.17.13': {
    status: 'confirmed',
    note: `${RAN}v6.17`,
    source: ['LAB-617'],
  },
  '6.16.12': { rules: 'v6.16', status: 'confirmed', note: SEEN, source: ['LAB-616'] },
  '6.12.117': {
    status: 'confirmed',
    sizes: 'v7.3',
    note: SEEN + SIZES,
    source: ['LAB-612-117', 'DEB-612'],
  },
  '6.12.95': { status: 'confirmed', note: SEEN, source: ['LAB-612'] },
  '6.1.176': { status: 'confirmed', note: SEEN, source: ['LAB-61'] },
};

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
export function releaseNamed(name: string): Release | null {
  const found = name.length > LONGEST ? null : WRITTEN.exec(name);
  if (!found) return null;
  const [, ...parts] = found;
  // "6.12.y" has no number in the third place.
  const [major = 0, minor = 0, stable = 0] = parts.slice(0, 3).map((part) => Number(part) || 0);
  const row = minor > (LAST[major] ?? Infinity) ? undefined : rowOf([major, minor, stable]);
  if (!row) return null;
  const { from: _from, ...about } = row;
  const build = (parts[3] ?? '').trim();
  const looked = LOOKED_AT[parts.slice(0, 3).join('.')];
  if (looked) return { name, ...about, ...looked };
  return { name, ...about, ...(build !== '' && ofBuild(row, [major, minor], build)) };
}

type Place = readonly [major: number, minor: number, stable: number];

function rowOf([major, minor, stable]: Place): Row | undefined {
  return ROWS.find(({ from: [a, b, c = 0] }) => (major - a || minor - b || stable - c) >= 0);
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
