// cspell:words herdtools
// cspell:ignoreRegExp /\blib[\w.+-]+/g
import type { Suite } from './suites.ts';

/** Packages that the machine of the lab runs, by component; each is extracted into one folder. */
export interface Tool {
  readonly name: 'cc' | 'qemu' | 'libc' | 'herd';
  readonly packages: readonly (readonly [suite: Suite, names: readonly string[]])[];
}

/** The compiler for arm64 and make, with the libraries that they load. */
const CC: Tool = {
  name: 'cc',
  packages: [
    [
      'bookworm',
      words(`make gcc-12-aarch64-linux-gnu cpp-12-aarch64-linux-gnu binutils-aarch64-linux-gnu
        libgcc-12-dev-arm64-cross libc6-dev-arm64-cross linux-libc-dev-arm64-cross
        libbinutils libgmp10 libisl23 libjansson4 libmpc3 libmpfr6 libzstd1 zlib1g`),
    ],
  ],
};

/** QEMU of bookworm-backports: bookworm's has no CPU model with DIC. */
const QEMU: Tool = {
  name: 'qemu',
  packages: [
    ['bookworm-backports', ['qemu-system-arm', 'qemu-system-common', 'qemu-system-data']],
    [
      'bookworm',
      words(`libaio1 libblkid1 libbpf1 libcapstone4 libdaxctl1 libelf1 libfdt1 libffi8 libfuse3-3
        libglib2.0-0 libgmp10 libgnutls30 libhogweed6 libibverbs1 libidn2-0 libjpeg62-turbo libkmod2
        liblzma5 libmount1 libndctl6 libnettle8 libnl-3-200 libnl-route-3-200 libnuma1 libp11-kit0
        libpcre2-8-0 libpixman-1-0 libpmem1 libpng16-16 librdmacm1 libsasl2-2 libseccomp2
        libselinux1 libslirp0 libssl3 libtasn1-6 libudev1 libunistring2 liburing2 libuuid1
        libvdeplug2 libzstd1 zlib1g`),
    ],
  ],
};

/** modpost of the newest headers needs glibc 2.38. */
const LIBC: Tool = { name: 'libc', packages: [['trixie', ['libc6']]] };

/** herd7 with the C library that it was linked against, and nothing that boots. */
const HERD: Tool = { name: 'herd', packages: [['sid', ['herdtools7', 'libc6', 'libgmp10']]] };

/** Those of a boot. */
export const TOOLS: readonly Tool[] = [CC, QEMU, LIBC];

/** All of them. */
export const ALL_TOOLS: readonly Tool[] = [...TOOLS, HERD];

function words(text: string): string[] {
  return text.split(/\s+/);
}
