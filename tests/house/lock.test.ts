import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completed, missingEntries, platformOf } from '../../scripts/lock.ts';

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

  it('agrees with package.json, where each version is exact', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      expect(lock.packages[''][kind]).toEqual(manifest[kind]);
      for (const [name, version] of Object.entries(manifest[kind] ?? {}))
        expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
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
    ['@oxlint/binding-linux-x64-musl', { os: 'linux', cpu: 'x64', libc: 'musl' }],
    ['@pagefind/windows-arm64', { os: 'win32', cpu: 'arm64', libc: undefined }],
    ['@astrojs/compiler-binding-wasm32-wasi', { os: undefined, cpu: 'wasm32', libc: undefined }],
    ['@oxlint/binding-linux-arm-gnueabihf', { os: 'linux', cpu: 'arm', libc: undefined }],
  ])('%s', (name, platform) => expect(platformOf(name)).toEqual(platform));
});
