import type { Package } from '../packages/package.ts';
import type { Arch, Suite } from '../packages/suites.ts';

/** A package that lies in Debian's pool though no list names it any more. */
export interface UnlistedPackage {
  readonly name: string;
  readonly arch: Arch | 'all';
  /** Bytes, and SHA-256, as they were when the lab first took it. */
  readonly size: number;
  readonly sha256: string;
}

/** What a kernel whose image alone is listed needs besides. */
export interface Unlisted {
  /** `uname -r` without the flavour. */
  readonly release: string;
  readonly version: string;
  /** Where the packages lie in the archive, with a slash at the end. */
  readonly pool: string;
  readonly packages: readonly UnlistedPackage[];
  /** The source that both were made of, for `npm run watch`. */
  readonly text: UnlistedPackage;
}

/*
 * A list of Debian names the image that a kernel runs, and apt verifies it; of the headers nothing signed
 * speaks any more. They only build the lab's module, which the kernel refuses where its versions of symbols
 * are others. So they are held against the sums of the first download.
 */

/** Of 6.17.13. */
export const HEADERS_617 = headers('6.17.13', [
  [157_423_012, '8473b9d14f56d0af2da1607ee2e3435ea5c32f63ae6e52b2a0bd84aeef193dc8'],
  [3_010_368, '3024cc52aa922735a1ea31dd755d8eedffd655073b1f2c15931a28d7db6ffdeb'],
  [11_174_956, '85998501828bfb1d3d517ff0e698f8eada209b7642f989fd7e5d47e1912123ab'],
  [1_417_104, '2b234e8c35bad4bbbd3d0105f4f5350642df17c484d5863cecd78878baa39c3f'],
]);

/** Of 6.18.15. */
export const HEADERS_618 = headers('6.18.15', [
  [158_400_124, '1638c9e5f4307c722231d8000e30cd2fa2fb71f55e081ff9eecfd0a756955c18'],
  [1_949_884, 'df6c1cd6a8c86681a9090143a0f6f7006b91e373e44e3875da16ad6d3f52540f'],
  [10_756_508, 'a54ed9b3be5247fe2e003423e067cb8e8b06e4a44a09459b85cfec0afbcbd5ef'],
  [1_419_108, '5e64129020cdb5effd6ed3895ca89608ef17bcf643eedfc8013dad89bab70a02'],
]);

type Sum = readonly [size: number, sha256: string];

/** The source, headers, those that all flavours share, and the programs that build with them. */
function headers(
  linux: string,
  [text, own, common, kbuild]: readonly [Sum, Sum, Sum, Sum],
): Unlisted {
  const release = `${linux}+deb13`;
  const series = linux.split('.').slice(0, 2).join('.');
  const one = (name: string, arch: Arch | 'all', [size, sha256]: Sum) => ({
    name,
    arch,
    size,
    sha256,
  });
  return {
    release,
    version: `${linux}-1~bpo13+1`,
    pool: 'pool/main/l/linux/',
    packages: [
      one(`linux-headers-${release}-arm64`, 'arm64', own),
      one(`linux-headers-${release}-common`, 'all', common),
      one(`linux-kbuild-${release}`, 'amd64', kbuild),
    ],
    text: one(`linux-source-${series}`, 'all', text),
  };
}

/** An unlisted package as a list would describe it. */
export function packageOf(
  { version, pool }: Unlisted,
  { name, arch, size, sha256 }: UnlistedPackage,
  suite: Suite,
): Package {
  const path = `${pool}${name}_${version}_${arch}.deb`;
  // What is for all machines stands in the list of each.
  const listed = arch === 'all' ? 'amd64' : arch;
  return { name, version, arch: listed, suite, depends: '', size, path, sha256 };
}
