import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import { megabytes, type Progress } from '../cli/progress.ts';
import { needSpace, type Folder } from '../folder.ts';
import type { KernelPlan } from '../plan/kernels.ts';
import { Apt } from './apt.ts';
import { readComponent, type Component } from './component.ts';
import { extract } from './extract.ts';
import { fileOf, PackageIndex, type Package } from './index.ts';
import { findRelease } from './release.ts';
import type { ListNeed } from './suites.ts';
import { TOOLS, type Tool } from './tools.ts';

/** What a run works with. */
export interface Components {
  readonly cc: Component;
  readonly qemu: Component;
  readonly libc: Component;
  /** By name of the plan. */
  readonly kernels: ReadonlyMap<string, Component>;
}

/** Makes sure that tools and kernels are there: downloaded once, extracted, nothing installed. */
export async function fetchComponents(
  folder: Folder,
  kernels: readonly KernelPlan[],
  offline: boolean,
  progress: Progress,
): Promise<Components> {
  const names = [...TOOLS.map(({ name }) => name), ...kernels.map(({ name }) => `linux-${name}`)];
  const absent = names.filter((name) => readComponent(folder, name) === null);
  needSpace(folder, absent.length > 0);
  if (absent.length > 0) await fetchAbsent(folder, kernels, absent, offline, progress);
  const component = (name: string) => {
    const found = readComponent(folder, name);
    if (found) return found;
    throw new Error(`${name} was just extracted`);
  };
  return {
    cc: component('cc'),
    qemu: component('qemu'),
    libc: component('libc'),
    kernels: new Map(kernels.map(({ name }) => [name, component(`linux-${name}`)])),
  };
}

async function fetchAbsent(
  folder: Folder,
  kernels: readonly KernelPlan[],
  absent: readonly string[],
  offline: boolean,
  progress: Progress,
): Promise<void> {
  const apt = new Apt(folder);
  if (offline && !apt.hasLists()) throw missing(join(folder.apt, 'lists'), absent);
  const needs = listNeeds(kernels, absent);
  if (!offline) await progress.step('package lists', () => apt.update(needs));
  const index = new PackageIndex(apt);
  for (const tool of TOOLS.filter(({ name }) => absent.includes(name))) {
    const packages = await packagesOf(index, tool);
    await download(folder, apt, tool.name, packages, offline, progress);
    await progress.step(`extract ${tool.name}`, () => extract(folder, tool.name, packages, null));
  }
  for (const plan of kernels.filter(({ name }) => absent.includes(`linux-${name}`))) {
    const release = await findRelease(index, plan);
    if (!release.release.startsWith(`${plan.name}.`))
      progress.say(`${plan.suite} has no Linux ${plan.name} any more; ${release.release} is taken`);
    const name = `linux-${plan.name}`;
    await download(folder, apt, `Linux ${release.release}`, release.packages, offline, progress);
    await progress.step(`extract Linux ${release.release}`, () =>
      extract(folder, name, release.packages, release),
    );
  }
}

/** The lists that the absent components need; with all of them 29 MB, without 6.1 20 MB. */
function listNeeds(kernels: readonly KernelPlan[], absent: readonly string[]): ListNeed[] {
  const tools = TOOLS.filter(({ name }) => absent.includes(name))
    .flatMap(({ packages }) => packages)
    .map(([suite]) => ({ suite, arch: 'amd64' as const }));
  const images = kernels
    .filter(({ name }) => absent.includes(`linux-${name}`))
    .flatMap(({ suite }) => [
      { suite, arch: 'amd64' as const },
      { suite, arch: 'arm64' as const },
    ]);
  const all = [...tools, ...images].map((need) => [`${need.suite}/${need.arch}`, need] as const);
  return [...new Map(all).values()];
}

async function packagesOf(index: PackageIndex, tool: Tool): Promise<Package[]> {
  const packages: Package[] = [];
  for (const [suite, names] of tool.packages)
    for (const name of names) packages.push(await index.get(suite, 'amd64', name));
  return packages;
}

async function download(
  folder: Folder,
  apt: Apt,
  what: string,
  packages: readonly Package[],
  offline: boolean,
  progress: Progress,
): Promise<void> {
  const pathOf = (one: Package) => join(folder.debs, fileOf(one));
  const whole = (one: Package) =>
    existsSync(pathOf(one)) && statSync(pathOf(one)).size === one.size;
  const absent = packages.filter((one) => !whole(one));
  const [first] = absent;
  if (first === undefined) return;
  if (offline) throw missing(pathOf(first), absent.map(fileOf));
  const bytes = absent.reduce((sum, { size }) => sum + size, 0);
  for (const one of absent) rmSync(pathOf(one), { force: true });
  await progress.step(`download ${what}: ${absent.length} packages, ${megabytes(bytes)}`, () =>
    apt.download(absent),
  );
}

function missing(file: string, all: readonly string[]): LabFailure {
  return new LabFailure(
    'offline',
    `no ${file}`,
    'what an earlier run downloaded',
    'run once without --offline',
    all.length > 1 ? ['missing:', ...all] : [],
  );
}
