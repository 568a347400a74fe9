import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completed, missingEntries, platformOf } from '../../scripts/lock.ts';
import { importsOfFolder } from './support/imports.ts';

const root = new URL('../../', import.meta.url);

describe.each(['', 'bench/peers/'])('%spackage-lock.json', (folder) => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(folder + name, root), 'utf8'));
  const lock = read('package-lock.json');
  const manifest = read('package.json');

  it('has an entry for each optional platform package', () => {
    expect(missingEntries(lock).map(({ name, version }) => `${name}@${version}`)).toEqual([]);
  });

  it('names no download address', () => {
    expect(JSON.stringify(lock)).not.toContain('"resolved"');
  });

  it('has the sum of each package but of those for another platform that the registry lacked', () => {
    const bare = Object.entries<Record<string, unknown>>(lock.packages)
      .filter(([key, { integrity }]) => key !== '' && integrity === undefined)
      .filter(([, { optional, os, cpu }]) => optional !== true || (!os && !cpu));
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  it('agrees with package.json, where each version is exact', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      expect(lock.packages[''][kind]).toEqual(manifest[kind]);
      for (const [name, version] of Object.entries(manifest[kind] ?? {}))
        expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });
});

describe('the lock of the project', () => {
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  type Entry = Record<string, unknown> & { dependencies?: Record<string, string> };
  const entries = Object.entries<Entry>(lock.packages);

  // npm 9.2 of Debian 13 does not see overrides where it compares the lock, and refuses it; it and npm 10
  // take out fields that they do not know.
  it('needs nothing that an older npm reads otherwise', () => {
    expect(manifest.overrides).toBeUndefined();
    expect(entries.filter(([, entry]) => 'libc' in entry).map(([key]) => key)).toEqual([]);
  });

  it('has every dependency where Node would find it, in the version that is asked for', () => {
    const exact = /^\d+\.\d+\.\d+[\w.+-]*$/;
    const missing = entries.flatMap(([path, { dependencies = {} }]) =>
      Object.entries(dependencies).filter(([name, version]) => {
        const parts = path === '' ? [] : path.split('/node_modules/');
        const places = parts.map(
          (_, i) => `${parts.slice(0, parts.length - i).join('/node_modules/')}/`,
        );
        const found = [...places, '']
          .map((place) => lock.packages[`${place}node_modules/${name}`])
          .find(Boolean);
        return !found || (exact.test(version) && found.version !== version);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('marks nothing that a build needs as a need of developers alone', () => {
    const built = importsOfFolder('src').flatMap(({ to }) =>
      to.startsWith('package:') ? [to.slice('package:'.length)] : [],
    );
    const names = built
      .filter((name) => !/^(?:node|astro|virtual):/.test(name))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect(names.length).toBeGreaterThan(20);
    const missing = names.filter((name) => !(name in manifest.dependencies));
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('missingEntries', () => {
  const optional = { 'thing-linux-x64': '1.0.0', 'thing-darwin-arm64': '1.0.0' };

  it('sees an absent entry, and none after completion', () => {
    const broken = {
      packages: {
        '': {},
        'node_modules/thing': { version: '1.0.0', optionalDependencies: optional },
        'node_modules/thing-linux-x64': { version: '1.0.0' },
      },
    };
    expect(missingEntries(broken).map(({ key }) => key)).toEqual([
      'node_modules/thing-darwin-arm64',
    ]);
    const { lock: mended, unknown } = completed(broken);
    expect(unknown).toEqual([]);
    expect(missingEntries(mended)).toEqual([]);
  });

  it('nests an entry where the outer place holds another version', () => {
    const broken = {
      packages: {
        '': {},
        'node_modules/thing': {
          version: '1.0.0',
          optionalDependencies: { 'thing-linux-x64': '1.0.0' },
        },
        'node_modules/thing-linux-x64': { version: '2.0.0' },
      },
    };
    expect(missingEntries(broken).map(({ key }) => key)).toEqual([
      'node_modules/thing/node_modules/thing-linux-x64',
    ]);
  });

  it('names a package whose platform it cannot tell', () => {
    const broken = { packages: { '': { optionalDependencies: { mystery: '1.0.0' } } } };
    expect(completed(broken).unknown).toEqual(['mystery@1.0.0']);
  });
});

describe('platformOf', () => {
  it.each([
    ['@oxlint/binding-linux-x64-musl', { os: 'linux', cpu: 'x64' }],
    ['@pagefind/windows-arm64', { os: 'win32', cpu: 'arm64' }],
    ['@astrojs/compiler-binding-wasm32-wasi', { os: undefined, cpu: 'wasm32' }],
    ['@oxlint/binding-linux-arm-gnueabihf', { os: 'linux', cpu: 'arm' }],
  ])('%s', (name, platform) => expect(platformOf(name)).toEqual(platform));
});
