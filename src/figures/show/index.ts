export { packSeen, unpackSeen } from './packed.ts';
export { renderShow } from './render-show.ts';
export { treeKey } from '../../observations/key.ts';
export type { Seen } from '../../observations/sighting.ts';
