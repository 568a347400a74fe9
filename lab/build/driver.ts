import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import type { Component } from '../packages/component.ts';
import { DRIVER } from '../plan/driver.ts';
import { lastLines, run } from '../process/spawn.ts';
import { filesBelow } from './hash.ts';

/** A file of a module as packages have it: `drm_kms_helper.ko`, packed or not. */
const MODULE_FILE = /^(.+)\.ko(\.xz)?$/;

/** The kernel takes a hyphen of a file's name for an underscore. */
const plain = (name: string): string => name.replaceAll('-', '_');

/**
 * The driver's modules in the order in which they load: what one needs comes before it. depmod runs
 * when a package is installed, and nothing is installed here, so that each module says it itself.
 */
export async function driverModules({ path, release }: Component): Promise<string[]> {
  const files = new Map(
    filesBelow(path).flatMap((file) => {
      const name = MODULE_FILE.exec(basename(file))?.[1];
      return name === undefined ? [] : [[plain(name), file] as const];
    }),
  );
  const order = new Map<string, string>();
  const visit = async (name: string): Promise<void> => {
    if (order.has(name)) return;
    const packed = files.get(name);
    if (packed === undefined) throw missing(name, release);
    const file = await unpacked(packed);
    for (const needed of dependsOf(readFileSync(file))) await visit(needed);
    order.set(name, file);
  };
  await visit(DRIVER);
  return [...order.values()];
}

/** What a module says that it needs, in its section .modinfo. */
export function dependsOf(module: Buffer): string[] {
  const [, names = ''] = /\0depends=([^\0]*)\0/.exec(module.toString('latin1')) ?? [];
  return names === '' ? [] : names.split(',').map(plain);
}

/** Unpacks a file beside itself; filesBelow() then finds both, which have one name. */
async function unpacked(file: string): Promise<string> {
  if (!file.endsWith('.xz')) return file;
  const { code, err } = await run('xz', ['-dkf', file]);
  const target = file.slice(0, -'.xz'.length);
  if (code === 0) return target;
  throw new LabFailure(
    'broken-package',
    `a module that cannot be unpacked, ${file}`,
    'a whole file',
    'delete the folder of the lab and run again',
    lastLines(err, 5),
  );
}

function missing(name: string, release: string | null): LabFailure {
  return new LabFailure(
    'build',
    `no module ${name} among the drivers of Linux ${release}`,
    `every module that ${DRIVER} needs`,
    'name its folder in lab/plan/driver.ts, and delete the folder modules-* of the lab',
  );
}
