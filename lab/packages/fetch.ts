import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import { megabytes, type Progress } from '../cli/progress.ts';
import { needSpace, SPACE, type Folder } from '../folder.ts';
import { DRIVER_FOLDERS } from '../plan/driver.ts';
import type { KernelPlan } from '../plan/kernels.ts';
import { Apt } from './apt.ts';
import { readComponent, type Component } from './component.ts';
import { extract } from './extract.ts';
import { PackageIndex } from './index.ts';
import { fileOf, type Package } from './package.ts';
import { findModules, findRelease } from './release.ts';
import type { ListNeed } from './suites.ts';
import { ALL_TOOLS, TOOLS, type Tool } from './tools.ts';

/** What a run boots with. */
export interface Components {
  readonly cc: Component;
  readonly qemu: Component;
  readonly libc: Component;
  /** By name of the plan. */
  readonly kernels: ReadonlyMap<string, Component>;
  /** Modules of the kernels, by name of the plan; empty where no driver is asked about. */
  readonly modules: ReadonlyMap<string, Component>;
}

/** What is to be there: tools by their names, and kernels. */
export interface Wanted {
  readonly tools: readonly Tool['name'][];
  readonly kernels: readonly KernelPlan[];
  /** The driver of a card too, with the modules that it needs. */
  readonly driver?: boolean;
}

/** A static program needs the compiler with its C library, and nothing that boots. */
export const FOR_A_PROGRAM: Wanted = { tools: ['cc'], kernels: [] };

/** A witness needs its prover alone. */
export const FOR_A_WITNESS: Wanted = { tools: ['herd'], kernels: [] };

/** Makes sure that all tools and some kernels are there, with their drivers or without. */
export async function fetchComponents(
  folder: Folder,
  { kernels, driver }: Pick<Wanted, 'kernels' | 'driver'>,
  offline: boolean,
  progress: Progress,
): Promise<Components> {
  const wanted = { tools: TOOLS.map(({ name }) => name), kernels, driver: driver ?? false };
  const component = await fetchWanted(folder, wanted, offline, progress);
  return {
    cc: component('cc'),
    qemu: component('qemu'),
    libc: component('libc'),
    kernels: new Map(kernels.map(({ name }) => [name, component(`linux-${name}`)])),
    modules: new Map(driver ? kernels.map(({ name }) => [name, component(`modules-${name}`)]) : []),
  };
}

/** Makes sure that what is wanted is there: downloaded once, extracted, nothing installed. */
export async function fetchWanted(
  folder: Folder,
  wanted: Wanted,
  offline: boolean,
  progress: Progress,
): Promise<(name: string) => Component> {
  const absent = namesOf(wanted).filter((name) => readComponent(folder, name) === null);
  needSpace(folder, spaceFor(wanted, absent));
  if (absent.length > 0) await fetchAbsent(folder, wanted.kernels, absent, offline, progress);
  return (name) => {
    const found = readComponent(folder, name);
    if (found) return found;
    throw new Error(`${name} was just extracted`);
  };
}

/** The components that are wanted, by their names. */
export function namesOf({ tools, kernels, driver }: Wanted): string[] {
  const parts = driver ? ['linux', 'modules'] : ['linux'];
  return [...tools, ...parts.flatMap((part) => kernels.map(({ name }) => `${part}-${name}`))];
}

function spaceFor({ kernels }: Wanted, absent: readonly string[]): number {
  if (absent.length === 0) return SPACE.later;
  return kernels.length === 0 ? SPACE.program : SPACE.first;
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
  const lists = offline ? 0 : await progress.step('package lists', () => apt.update(needs));
  let bytes = lists;
  const index = new PackageIndex(apt);
  for (const tool of ALL_TOOLS.filter(({ name }) => absent.includes(name))) {
    const packages = await packagesOf(index, tool);
    bytes += await download(folder, apt, tool.name, packages, offline, progress);
    await progress.step(`extract ${tool.name}`, () =>
      extract(folder, tool.name, { packages, kernel: null }),
    );
  }
  for (const plan of kernels.filter(({ name }) => absent.includes(`linux-${name}`))) {
    const release = await findRelease(index, plan);
    if (!release.release.startsWith(`${plan.series}.`))
      progress.say(
        `${plan.suite} has no Linux ${plan.series} any more; ${release.release} is taken`,
      );
    const name = `linux-${plan.name}`;
    const what = `Linux ${release.release}`;
    bytes += await download(folder, apt, what, release.packages, offline, progress);
    const { packages } = release;
    await progress.step(`extract ${what}`, () =>
      extract(folder, name, { packages, kernel: release }),
    );
  }
  for (const plan of kernels.filter(({ name }) => absent.includes(`modules-${name}`))) {
    const release = readComponent(folder, `linux-${plan.name}`)?.release ?? plan.name;
    const image = await findModules(index, plan, release);
    const what = `drivers of Linux ${release}`;
    bytes += await download(folder, apt, what, [image], offline, progress);
    await progress.step(`extract ${what}`, () =>
      extract(folder, `modules-${plan.name}`, {
        packages: [image],
        kernel: { release, image },
        modules: DRIVER_FOLDERS,
      }),
    );
  }
  progress.say(`downloaded ${megabytes(bytes)}, of it ${megabytes(lists)} package lists`);
}

/** The lists that the absent components need; with all of them 29 MB, without 6.1 20 MB. */
export function listNeeds(kernels: readonly KernelPlan[], absent: readonly string[]): ListNeed[] {
  const tools = ALL_TOOLS.filter(({ name }) => absent.includes(name))
    .flatMap(({ packages }) => packages)
    .map(([suite]) => ({ suite, arch: 'amd64' as const }));
  const images = kernels
    .filter(({ name }) => absent.includes(`linux-${name}`) || absent.includes(`modules-${name}`))
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

/** Downloads what is not there, and returns the bytes of it. */
async function download(
  folder: Folder,
  apt: Apt,
  what: string,
  packages: readonly Package[],
  offline: boolean,
  progress: Progress,
): Promise<number> {
  const pathOf = (one: Package) => join(folder.debs, fileOf(one));
  const whole = (one: Package) =>
    existsSync(pathOf(one)) && statSync(pathOf(one)).size === one.size;
  const absent = packages.filter((one) => !whole(one));
  const [first] = absent;
  if (first === undefined) return 0;
  if (offline) throw missing(pathOf(first), absent.map(fileOf));
  const bytes = absent.reduce((sum, { size }) => sum + size, 0);
  for (const one of absent) rmSync(pathOf(one), { force: true });
  await progress.step(`download ${what}: ${absent.length} packages, ${megabytes(bytes)}`, () =>
    apt.download(absent),
  );
  return bytes;
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
