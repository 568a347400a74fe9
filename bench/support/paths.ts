import { join, resolve } from 'node:path';

/** Root folder of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** Where everything temporary goes. */
export const scratch = join(root, '.cache/bench');

/** Folder that `npm ci` fills with the peers and Lighthouse. */
export const peersDir = join(root, 'bench/peers');
