import { byAge, linuxOf, seriesOf } from './drift.ts';

/** The kernels for arm64 that one suite lists. Plain data. */
export interface SuiteKernels {
  readonly suite: string;
  /** Releases whose image and headers are listed, oldest first: the lab can ask these. */
  readonly whole: readonly string[];
  /** Releases whose image alone is listed: their headers have to lie in the archive still. */
  readonly image: readonly string[];
}

/** What Debian's suites offered on a day. Plain data. */
export interface SuiteRecord {
  readonly date: string;
  readonly suites: readonly SuiteKernels[];
}

/** The kernels among the names of a suite's packages; other flavours and page sizes are left out. */
export function kernelsIn(names: Iterable<string>): Pick<SuiteKernels, 'whole' | 'image'> {
  const all = new Set(names);
  const releases = [...all]
    .flatMap((name) => /^linux-image-(\d+\.\d.*)-arm64$/.exec(name)?.[1] ?? [])
    .filter((release) => !/-(?:cloud|rt)$/.test(release))
    .toSorted(byAge);
  const hasHeaders = (release: string) => all.has(`linux-headers-${release}-arm64`);
  return {
    whole: releases.filter(hasHeaders),
    image: releases.filter((release) => !hasHeaders(release)),
  };
}

/** The newest release of each series among releases that are ordered by age. */
export const newestOfSeries = (releases: readonly string[]): readonly string[] => [
  ...new Map(releases.map((release) => [seriesOf(release), linuxOf(release)])).values(),
];

/** Every series from one to another: after 6.19 came 7.0. */
function between(first: string, last: string): readonly string[] {
  const all: string[] = [];
  let [major = 0, minor = 0] = first.split('.').map(Number);
  const [lastMajor = 0, lastMinor = 0] = last.split('.').map(Number);
  while (major < lastMajor || (major === lastMajor && minor <= lastMinor)) {
    all.push(`${major}.${minor}`);
    [major, minor] = minor === LAST_MINOR ? [major + 1, 0] : [major, minor + 1];
  }
  return all;
}

const LAST_MINOR = 19;

/** The series from one on of which no suite lists an image: the lab cannot ask them. */
export function notOffered({ suites }: SuiteRecord, first: string): readonly string[] {
  const listed = suites.flatMap(({ whole, image }) => [...whole, ...image]).toSorted(byAge);
  const has = new Set(listed.map(seriesOf));
  const newest = listed.at(-1);
  return newest === undefined
    ? []
    : between(first, seriesOf(newest)).filter((series) => !has.has(series));
}
