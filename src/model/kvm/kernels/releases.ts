import type { Kernel } from './list.ts';
import { followedIn, releaseIn, type Release, type Releases, type Row } from './release-in.ts';

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

const RAN = 'in our own runs it decides as ';
const SEEN =
  'in our own runs it takes the cacheable PFNMAP slot and maps it Device, FWB and DIC or not';

/** Releases that were looked at themselves: a build of just this number is as sure as its row. */
const LOOKED_AT: Releases['lookedAt'] = {
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

/** All that the model knows of releases, as data. Each has its sources. */
export const RELEASES: Releases = { rows: ROWS, lookedAt: LOOKED_AT };

/** The rule sets that releases follow, oldest first. */
export const FOLLOWED: readonly Kernel[] = followedIn(RELEASES);

/** The release that a name means; null where it names none. */
export const releaseNamed = (name: string): Release | null => releaseIn(RELEASES, name);
