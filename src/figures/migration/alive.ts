import { bind } from '../form/bind.ts';
import { FIELDS, NAME, PRESET } from './case.ts';
import { parts } from './view.ts';

/** alive lets the reader choose both hosts; the migration follows at once. */
export function alive(root: HTMLElement): void {
  bind(root, { name: NAME, fields: FIELDS, preset: PRESET, parts });
}
