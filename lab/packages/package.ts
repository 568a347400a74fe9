import type { Arch, Suite } from './suites.ts';

/** A package as a list of Debian describes it. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly arch: Arch;
  readonly suite: Suite;
  readonly depends: string;
  /** Bytes of the download. */
  readonly size: number;
  /** Where it lies in the archive. */
  readonly path: string;
  readonly sha256: string;
}

/** Name of the downloaded file. */
export function fileOf({ path }: Package): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
