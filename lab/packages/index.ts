import { existsSync } from 'node:fs';
import { LabFailure } from '../cli/failure.ts';
import type { Apt } from './apt.ts';
import type { Package } from './package.ts';
import type { Arch, Suite } from './suites.ts';

/** The packages of one suite and architecture. */
export class PackageIndex {
  readonly #apt: Apt;
  readonly #read = new Map<string, Map<string, () => Package>>();

  constructor(apt: Apt) {
    this.#apt = apt;
  }

  /** The package of that name; throws where the suite has none. */
  async get(suite: Suite, arch: Arch, name: string): Promise<Package> {
    const found = (await this.all(suite, arch)).get(name);
    if (found) return found();
    throw new LabFailure(
      'no-package',
      `no package ${name} (${arch}) in ${suite}`,
      'the package that the lab was written for',
      'the suite has changed: name another in lab/packages or lab/plan',
    );
  }

  /** Every package of a suite by name. */
  async all(suite: Suite, arch: Arch): Promise<ReadonlyMap<string, () => Package>> {
    const key = `${suite}/${arch}`;
    const before = this.#read.get(key);
    if (before) return before;
    const lists = await this.#apt.lists();
    const list = lists.find((one) => one.suite === suite && one.arch === arch);
    if (!list || !existsSync(list.file)) throw noList(suite, arch);
    const found = readList(await this.#apt.text(list.file), suite, arch);
    this.#read.set(key, found);
    return found;
  }
}

/** Reads a list in the form of `Packages` files. A list has 60 000 paragraphs; few are read whole. */
export function readList(text: string, suite: Suite, arch: Arch): Map<string, () => Package> {
  const packages = new Map<string, () => Package>();
  for (const paragraph of text.split('\n\n')) {
    if (!paragraph.startsWith(FIRST)) continue;
    const name = paragraph.slice(FIRST.length, paragraph.indexOf('\n'));
    packages.set(name, () => readPackage(name, paragraph, suite, arch));
  }
  return packages;
}

const FIRST = 'Package: ';

function readPackage(name: string, paragraph: string, suite: Suite, arch: Arch): Package {
  const field = (of: string) => new RegExp(`^${of}: (.*)$`, 'm').exec(paragraph)?.[1] ?? '';
  return {
    name,
    version: field('Version'),
    suite,
    arch,
    depends: field('Depends'),
    size: Number(field('Size')),
    path: field('Filename'),
    sha256: field('SHA256'),
  };
}

function noList(suite: Suite, arch: Arch): LabFailure {
  return new LabFailure(
    'offline',
    `no package list of ${suite} (${arch})`,
    'what an earlier run downloaded',
    'run once without --offline',
  );
}
