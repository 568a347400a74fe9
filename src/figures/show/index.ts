export { packSeen, unpackSeen } from './packed.ts';
export { renderShow } from './render-show.ts';
export { treeKey } from './sighting.ts';
export type { Seen } from '../../observations/sighting.ts';
