import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../cli/progress.ts';
import { root, type Folder } from '../folder.ts';
import type { Component } from '../packages/component.ts';
import type { Components } from '../packages/fetch.ts';
import { toolchain } from './compiler.ts';
import { driverModules } from './driver.ts';
import { hashOf } from './hash.ts';
import { writeInitramfs } from './initramfs.ts';
import { buildModule } from './module.ts';
import { buildProgram } from './programs.ts';

const GUEST = join(root, 'lab/guest');

/** A kernel and, where a driver is asked about, its modules. */
export interface Bootable {
  readonly kernel: Component;
  readonly modules: Component | null;
}

/** Builds what a kernel boots with, once for the same sources and packages: the initramfs's path. */
export async function buildFor(
  folder: Folder,
  components: Components,
  { kernel, modules }: Bootable,
  progress: Progress,
): Promise<string> {
  const parts = [components.cc, components.libc, kernel, ...(modules ? [modules] : [])];
  const made = parts.map(({ packages }) => packages);
  // What this folder does to the sources is in the hash too.
  const from = [GUEST, join(root, 'lab/build')];
  const hash = hashOf([kernel.release ?? '', JSON.stringify(made)], from);
  const done = join(folder.builds, `${(modules ?? kernel).name}-${hash}`);
  const initramfs = join(done, 'initramfs.gz');
  if (existsSync(initramfs)) return initramfs;
  const work = `${done}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await progress.step(`build for Linux ${kernel.release}`, async () => {
    const tools = toolchain(components.cc);
    const init = join(work, 'init');
    const [module] = await Promise.all([
      buildModule(tools, kernel, components.libc, join(GUEST, 'module'), join(work, 'module')),
      buildProgram(tools, GUEST, 'init', init),
    ]);
    const drivers = modules ? await driverModules(modules) : [];
    writeInitramfs(init, module, drivers, join(work, 'initramfs.gz'));
  });
  renameSync(work, done);
  return initramfs;
}

/** Builds the standalone probe and puts it into the folder's top, as people copy it from there. */
export async function buildProbe(folder: Folder, cc: Component): Promise<string> {
  const work = join(folder.builds, 'probe');
  await buildProgram(toolchain(cc), GUEST, 'probe', work);
  const target = join(folder.top, 'stage-two-probe');
  cpSync(work, target);
  return target;
}
