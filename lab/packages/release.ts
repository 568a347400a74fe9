import { LabFailure } from '../cli/failure.ts';
import type { KernelPlan } from '../plan/kernels.ts';
import { packageOf, type Unlisted } from '../plan/unlisted.ts';
import type { PackageIndex } from './index.ts';
import type { Package } from './package.ts';
import type { Suite } from './suites.ts';

/** A kernel of Debian: its release and the packages to boot it and to build a module for it. */
export interface KernelRelease {
  /** `uname -r` without the flavour, such as `7.3.4+deb13`. */
  readonly release: string;
  /** The package that a person would install. */
  readonly image: Package;
  readonly packages: readonly Package[];
}

/** The newest kernel of a plan's series that has both an image and headers. */
export async function findRelease(index: PackageIndex, plan: KernelPlan): Promise<KernelRelease> {
  if (plan.unlisted !== undefined) return releaseWith(index, plan.suite, plan.unlisted);
  const arm64 = await index.all(plan.suite, 'arm64');
  const release = newest([...arm64.keys()], plan);
  const image = await index.get(plan.suite, 'arm64', `linux-image-${release}-arm64`);
  const headers = await index.get(plan.suite, 'arm64', `linux-headers-${release}-arm64`);
  const common = await index.get(plan.suite, 'arm64', `linux-headers-${release}-common`);
  const kbuildName = /linux-kbuild-[^\s,]+/.exec(headers.depends)?.[0] ?? `linux-kbuild-${release}`;
  const kbuild = await index.get(plan.suite, 'amd64', kbuildName);
  return { release, image, packages: [binaryIn(arm64, release) ?? image, headers, common, kbuild] };
}

/** The package with the kernel itself: since 2026 the image package only depends on others. */
const binaryIn = (
  arm64: ReadonlyMap<string, () => Package>,
  release: string,
): Package | undefined => arm64.get(`linux-binary-${release}-arm64`)?.();

/** An image that the suite lists, with headers that lie in the archive still. */
async function releaseWith(
  index: PackageIndex,
  suite: Suite,
  unlisted: Unlisted,
): Promise<KernelRelease> {
  const { release, packages } = unlisted;
  const image = await index.get(suite, 'arm64', `linux-image-${release}-arm64`);
  const rest = packages.map((one) => packageOf(unlisted, one, suite));
  const arm64 = await index.all(suite, 'arm64');
  return { release, image, packages: [binaryIn(arm64, release) ?? image, ...rest] };
}

/** The package with the modules of a kernel that was extracted before. */
export async function findModules(
  index: PackageIndex,
  { suite }: KernelPlan,
  release: string,
): Promise<Package> {
  const arm64 = await index.all(suite, 'arm64');
  // Since 2026 they have a package of their own; before they are in the image's.
  const own = arm64.get(`linux-modules-${release}-arm64`)?.();
  return own ?? index.get(suite, 'arm64', `linux-image-${release}-arm64`);
}

/** The newest release among package names; throws where the suite has none of the series. */
export function newest(
  packages: readonly string[],
  plan: Pick<KernelPlan, 'series' | 'suite' | 'orNewest'>,
): string {
  const has = new Set(packages);
  const releases = packages
    .flatMap((name) => /^linux-headers-(\d+\.\d.*)-arm64$/.exec(name)?.[1] ?? [])
    .filter((one) => !/-(?:cloud|rt)$/.test(one) && has.has(`linux-image-${one}-arm64`))
    .sort((a, b) => compare(b, a));
  const inSeries = releases.find((one) => /^\d+\.\d+/.exec(one)?.[0] === plan.series);
  const found = inSeries ?? (plan.orNewest ? releases[0] : undefined);
  if (found !== undefined) return found;
  const known = releases.length > 0 ? releases.join(', ') : 'none';
  throw new LabFailure(
    'no-release',
    `${plan.suite} with these kernels that have headers: ${known}`,
    `one of Linux ${plan.series}`,
    'name another series in lab/plan/kernels.ts',
  );
}

/** Orders releases by their numbers. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((one) => (one.match(/\d+/g) ?? []).map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? -1) - (right?.[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
