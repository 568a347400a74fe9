// cspell:words libgmp dfsg
import { describe, expect, it } from 'vitest';
import { fetchedBytes } from '../../lab/packages/apt.ts';
import { FOR_A_PROGRAM, listNeeds, namesOf } from '../../lab/packages/fetch.ts';
import { readList } from '../../lab/packages/index.ts';
import { fileOf } from '../../lab/packages/package.ts';
import { mirrorOf } from '../../lab/packages/mirror.ts';
import { newest } from '../../lab/packages/release.ts';
import { sourcesList, withEarlier } from '../../lab/packages/sources-list.ts';
import { TOOLS } from '../../lab/packages/tools.ts';
import { KERNELS } from '../../lab/plan/kernels.ts';
import { failureOf } from './support/logs.ts';

const LIST = `Package: libgmp10
Version: 2:6.2.1+dfsg1-1.1
Architecture: amd64
Depends: libc6 (>= 2.7)
Filename: pool/main/g/gmp/libgmp10_6.2.1+dfsg1-1.1_amd64.deb
Size: 562588
SHA256: 187aedef2ed763f425c1e523753b9719677633c7eede660401739e9c893482bd

Package: make
Version: 4.3-4.1
Filename: pool/main/m/make-dfsg/make_4.3-4.1_amd64.deb
`;

describe('a list of packages', () => {
  it('says version, size, place and checksum', () => {
    const one = readList(LIST, 'bookworm', 'amd64').get('libgmp10')?.();
    expect(one).toMatchObject({ version: '2:6.2.1+dfsg1-1.1', size: 562588, suite: 'bookworm' });
    expect(one?.sha256).toMatch(/^187aedef/);
    expect(one && fileOf(one)).toBe('libgmp10_6.2.1+dfsg1-1.1_amd64.deb');
  });

  it('has an entry for each paragraph', () => {
    expect([...readList(LIST, 'bookworm', 'amd64').keys()]).toEqual(['libgmp10', 'make']);
  });
});

describe('the newest kernel of a series', () => {
  const plan = { series: '7.3', suite: 'trixie-backports', orNewest: true } as const;
  const both = (release: string) => [
    `linux-image-${release}-arm64`,
    `linux-headers-${release}-arm64`,
  ];

  it('is by numbers, has image and headers, and is of the usual flavour', () => {
    const packages = [
      ...both('7.3.4+deb13'),
      ...both('7.3.10+deb13'),
      ...both('7.3.11+deb13-cloud'),
      'linux-image-7.3.12+deb13-arm64',
      'linux-headers-7.3.13+deb13-arm64',
      ...both('7.4.1+deb13'),
    ];
    expect(newest(packages, plan)).toBe('7.3.10+deb13');
  });

  it('is the newest of the suite where the series has gone', () => {
    expect(newest([...both('7.4.1+deb13'), ...both('7.10.2+deb13')], plan)).toBe('7.10.2+deb13');
  });

  it('is of Debian numbers in a stable suite', () => {
    const stable = { series: '6.1', suite: 'bookworm', orNewest: false } as const;
    expect(newest([...both('6.1.0-47'), ...both('6.1.0-50')], stable)).toBe('6.1.0-50');
  });

  it('is a failure that names what there is, where an old series has gone', () => {
    const old = { series: '6.12', suite: 'bookworm-backports', orNewest: false } as const;
    expect(failureOf(() => newest(both('6.18.1+deb12'), old))).toMatchObject({
      code: 'no-release',
      received: 'bookworm-backports with these kernels that have headers: 6.18.1+deb12',
      expected: 'one of Linux 6.12',
    });
  });
});

describe('the mirror', () => {
  it.each([
    [
      'http://mirror.example/debian-security/\nhttp://mirror.example/debian/\n',
      'http://mirror.example/debian',
    ],
    ['http://archive.ubuntu.com/ubuntu/\n', 'http://deb.debian.org/debian'],
    ['', 'http://deb.debian.org/debian'],
  ])('of %j', (addresses, mirror) => expect(mirrorOf(addresses)).toBe(mirror));
});

describe('the lists of two commands in one folder', () => {
  const before = sourcesList('http://mirror.example/debian', [
    { suite: 'trixie', arch: 'amd64' },
    { suite: 'bookworm', arch: 'arm64' },
  ]);

  it('stay beside each other, each once', () => {
    const both = withEarlier(before, [
      { suite: 'sid', arch: 'amd64' },
      { suite: 'bookworm', arch: 'arm64' },
    ]);
    expect(both.map(({ suite, arch }) => `${suite} ${arch}`)).toEqual([
      'trixie amd64',
      'bookworm arm64',
      'sid amd64',
    ]);
    // What was written is read again, the suite with an option of its own too.
    expect(withEarlier(sourcesList('http://mirror.example/debian', both), [])).toEqual(both);
  });

  it('begin with none', () => expect(withEarlier('', [])).toEqual([]));
});

describe('what is downloaded', () => {
  it.each([
    ['Get:1 http://deb.debian.org\nFetched 8942 kB in 3s (2755 kB/s)\nReading', 8_942_000],
    ['Fetched 29.1 MB in 12s (2,425 kB/s)\n', 29_100_000],
    ['Fetched 1,234 B in 0s (0 B/s)\n', 1234],
    ['Hit:1 http://deb.debian.org bookworm InRelease\n', 0],
  ])('is told by apt: %j', (out, bytes) => expect(fetchedBytes(out)).toBe(bytes));

  it('for the probe is the compiler with its C library, from one list', () => {
    expect(namesOf(FOR_A_PROGRAM)).toEqual(['cc']);
    expect(listNeeds([], namesOf(FOR_A_PROGRAM))).toEqual([{ suite: 'bookworm', arch: 'amd64' }]);
    const packages = TOOLS.filter(({ name }) => namesOf(FOR_A_PROGRAM).includes(name))
      .flatMap((tool) => tool.packages)
      .flatMap(([, names]) => names);
    for (const needed of ['gcc-12-aarch64-linux-gnu', 'libc6-dev-arm64-cross'])
      expect(packages).toContain(needed);
    expect(packages.filter((name) => /qemu|linux-image|linux-headers/.test(name))).toEqual([]);
  });

  it('for a driver is the modules of the kernel too', () => {
    const wanted = {
      tools: [],
      kernels: KERNELS.filter(({ name }) => name === '6.1'),
      driver: true,
    };
    expect(namesOf(wanted)).toEqual(['linux-6.1', 'modules-6.1']);
    // With the kernel there, the modules alone still need the list of their architecture.
    const lists = listNeeds(wanted.kernels, ['modules-6.1']);
    expect(lists.map(({ suite, arch }) => `${suite} ${arch}`)).toContain('bookworm arm64');
  });

  it('for a boot is every tool and the kernel, from the lists of both architectures', () => {
    const wanted = { tools: TOOLS.map(({ name }) => name), kernels: [KERNELS[0]] };
    expect(namesOf(wanted)).toEqual(['cc', 'qemu', 'libc', 'linux-7.3']);
    const lists = listNeeds(wanted.kernels, namesOf(wanted));
    expect(lists.map(({ suite, arch }) => `${suite} ${arch}`).toSorted()).toEqual([
      'bookworm amd64',
      'bookworm-backports amd64',
      'trixie amd64',
      'trixie-backports amd64',
      'trixie-backports arm64',
    ]);
  });
});
