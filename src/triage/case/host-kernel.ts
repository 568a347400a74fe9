import {
  kernelMeantIn,
  releaseInWords,
  type MeantKernel,
  type Releases,
} from '../../model/index.ts';

/** The releases from which on something is there, where no rule set of the model says it. */
const SINCE = {
  /** The cacheable check and capability 243 (PR617). */
  cacheable: [6, 17],
  /** Slots of a mappable guest_memfd file (L-GMEM2, Q-KRUN479). */
  guestMemfd: [6, 18],
  /** Protected VMs (CODE71). */
  protectedVm: [7, 1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

/** The kernel of the host, and what its name tells. */
export interface HostKernel {
  readonly name: string;
  /** The rule set of the model that it follows. */
  readonly rules: string;
  /** How sure that is, in words; null for the name of a rule set. */
  readonly note: string | null;
  /** A mainline or stable kernel without the series: nobody put it in, as a vendor may. */
  readonly beforeSeries: boolean;
  readonly beforeGuestMemfd: boolean;
  /** A mainline or stable kernel without protected VMs; Android has its own. */
  readonly beforeProtectedVm: boolean;
  /** It knows capability 243 by its number. */
  readonly hasSeries: boolean;
}

/** What names of kernels tell. */
export interface Kernels {
  /** Null for a name that is none. */
  readonly hostKernel: (name: string) => HostKernel | null;
  /** Whether the model knows a kernel of that name. */
  readonly isRelease: (name: string) => boolean;
}

/** What names of kernels tell, by what is known of releases. */
export const kernelsBy = (releases: Releases): Kernels => ({
  hostKernel: (name) => hostKernel(name, kernelMeantIn(releases, name)),
  isRelease: (name) => kernelMeantIn(releases, name).rules !== null,
});

function hostKernel(name: string, { rules, release }: MeantKernel): HostKernel | null {
  const [, major, minor] = /(\d)\.(\d{1,2})/.exec(name) ?? [];
  if (rules === null || major === undefined || minor === undefined) return null;
  const before = ([a, b]: readonly [number, number]) =>
    Number(major) < a || (Number(major) === a && Number(minor) < b);
  const vendor = /nvidia|\.el/i.test(name);
  return {
    name,
    rules,
    note: release ? releaseInWords(release) : null,
    beforeSeries: rules === 'v6.16' && before(SINCE.cacheable) && !vendor,
    beforeGuestMemfd: before(SINCE.guestMemfd),
    beforeProtectedVm: before(SINCE.protectedVm) && !/android/i.test(name),
    hasSeries: !before(SINCE.cacheable),
  };
}
