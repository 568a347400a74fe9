import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cpio, type Entry } from './cpio.ts';
import { MODULE } from './module.ts';

const FOLDER = 0o40755;
const PROGRAM = 0o100755;
const FILE = 0o100644;
const DEVICE = 0o20600;

/**
 * Writes an initramfs that holds PID 1, the module, and places to mount on. PID 1 loads the drivers in
 * the order of their names, which begin with their place.
 */
export function writeInitramfs(
  init: string,
  module: string,
  drivers: readonly string[],
  target: string,
): void {
  const entries: Entry[] = [
    ...['dev', 'proc', 'sys', 'tmp', 'drivers'].map((name) => ({ name, mode: FOLDER })),
    { name: 'dev/console', mode: DEVICE, device: [5, 1] },
    { name: 'dev/null', mode: DEVICE, device: [1, 3] },
    { name: 'init', mode: PROGRAM, data: readFileSync(init) },
    { name: MODULE, mode: FILE, data: readFileSync(module) },
    ...drivers.map((path, i) => ({
      name: `drivers/${String(i).padStart(2, '0')}-${basename(path)}`,
      mode: FILE,
      data: readFileSync(path),
    })),
  ];
  // Level 1: the archive is read once, a second after it was written.
  writeFileSync(target, gzipSync(cpio(entries), { level: 1 }));
}
