import { bind } from '../form/bind.ts';
import { FIELDS, NAME, PRESET } from './case.ts';
import { parts } from './view.ts';

/** hydrate lets the reader choose both hosts; the migration follows at once. */
export function hydrate(root: HTMLElement): void {
  bind(root, { name: NAME, fields: FIELDS, preset: PRESET, parts });
}
