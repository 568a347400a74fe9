/** Debian's suites that the lab reads, and the architectures of the packages that it takes from them. */
export const SUITES = {
  /** Cross compiler, libraries of QEMU, Linux 6.1. */
  bookworm: ['amd64', 'arm64'],
  /** QEMU with a CPU model that has DIC, Linux 6.12. */
  'bookworm-backports': ['amd64', 'arm64'],
  /** The newest Linux. */
  'trixie-backports': ['amd64', 'arm64'],
  /** The C library that programs of the newest Linux headers need, a later Linux 6.12. */
  trixie: ['amd64', 'arm64'],
  /** herd7: no release has it. */
  sid: ['amd64'],
  /** Nothing: whether they have a kernel that the lab could ask. */
  bullseye: [],
  forky: [],
  experimental: [],
} as const satisfies Record<string, readonly Arch[]>;

export type Suite = keyof typeof SUITES;
export type Arch = 'amd64' | 'arm64';

/** What a run needs of the lists: 6.1 alone needs bookworm's arm64 list, 9 MB. */
export interface ListNeed {
  readonly suite: Suite;
  readonly arch: Arch;
}
