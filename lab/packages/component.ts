import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from '../folder.ts';
import type { Package } from './package.ts';

/** Extracted packages in a folder of their own, and which they are. */
export interface Component {
  readonly name: string;
  readonly path: string;
  /** The release of the kernel; null for tools. */
  readonly release: string | null;
  /** The packages by name: version and suite. */
  readonly packages: readonly Pick<Package, 'name' | 'version' | 'suite'>[];
}

/** The file that says that a component is whole, written last. */
export function markOf(folder: Folder, name: string): string {
  return join(folder.components, name, 'component.json');
}

/** A component that was extracted before; null where it was not. */
export function readComponent(folder: Folder, name: string): Component | null {
  const mark = markOf(folder, name);
  if (!existsSync(mark)) return null;
  const { release, packages } = JSON.parse(readFileSync(mark, 'utf8')) as Component;
  return { name, path: join(folder.components, name), release, packages };
}

/** The version of a package of a component. */
export function versionOf({ packages }: Component, name: string): string {
  return packages.find((one) => one.name === name)?.version ?? 'unknown';
}
