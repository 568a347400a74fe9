import { bind } from '../form/bind.ts';
import { unpackSeen } from '../show/packed.ts';
import { FIELDS, PRESET } from './case.ts';
import { NAME, parts } from './view.ts';

/** hydrate lets the reader choose; the answers follow at once. */
export function hydrate(root: HTMLElement): void {
  const seen = unpackSeen(root.dataset['seen']);
  bind(root, {
    name: NAME,
    fields: FIELDS,
    preset: PRESET,
    parts: (values) => parts(values, seen),
  });
}
