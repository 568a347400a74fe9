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

/** Of 6.16.12. */
export const HEADERS_616 = headers('6.16.12', [
  [156_636_944, '964713fc10135438e02350259f9c0f8f7a82a4994e27980790aaee1cfd197242'],
  [2_972_028, '8accaf3267a5e557769d19feb72a155430e8e1297917a9af5f407ecd0b121882'],
  [11_046_852, '7d2a64d3ce22f277a2111b8ca6757dbf4a1d70eb320b7f50bcb5e88f7bdd8397'],
  [1_396_192, 'a9e0f7018d90ad26b7070b0462dd02cc1fcfdbe1f7e4aa9a55fb02dacea828ae'],
]);

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

/** Of 6.19.14. */
export const HEADERS_619 = headers('6.19.14', [
  [160_237_128, '027344f5c615c16df534878d7e434639d3bf7702c67bd41123be815e0953133b'],
  [1_967_856, 'a2641fb5455ee800315964f57ad9e758f1599a9e4388bc13db472c3fe920e49c'],
  [10_884_352, '708c2e462fc44467137271f7086513db77d5a144ea58b5140d86cefe0cf2097f'],
  [1_423_492, '663019531687941c52f67e083d5564155998a2d4978e90ceff40f84af2687389'],
]);

/** Of 7.0.13. */
export const HEADERS_70 = headers('7.0.13', [
  [161_425_472, '9de21058e4237f2533f044ec67af0b5edc3d879db2f3c8f2a396a33467154274'],
  [1_989_840, '885ed23d666c143a32e5aca404933910209c2047476751512b0fa871a6122fdf'],
  [10_992_088, '792c522ae61a5a5a1c78c161b80fbd61fe7f4e49ff3de2363e39ac77d7518616'],
  [1_454_148, '7e8b3b17d5c6d3e232e0b31c18fd781ca21f79e45eca5afd5644c55d02c15429'],
]);

/** Of 7.1.13. */
export const HEADERS_71 = headers('7.1.13', [
  [162_700_552, '50166eae1af0dd300ad3f74e7829bb4bbff71038eb4934625c713d021eb03258'],
  [2_022_424, 'e6449fc8bd57b3fa3de6a2d6b42f594e796edf8b273cf7fe0b59b97e3ef8df79'],
  [11_092_324, '99ee0b9248757cb9fc34e808f864296fce49fb66db5c37ee8b828babcc704572'],
  [1_492_572, '85338bfdeb9c173262c65b0cb2f9e7d82f544aefbbdda4643b4a473cb22fbb74'],
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
