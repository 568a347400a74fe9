import { bind } from '../form/bind.ts';
import { unpackSeen } from '../show/packed.ts';
import { PRESET } from './case.ts';
import { fieldsOf, NAME, parts } from './view.ts';

/** hydrate lets the reader choose; the answers follow at once. */
export function hydrate(root: HTMLElement): void {
  const { size = 'full', prefix = NAME, page = '', seen: packed } = root.dataset;
  const setting = {
    size: size === 'small' ? size : 'full',
    prefix,
    page,
    seen: unpackSeen(packed),
  } as const;
  bind(root, {
    name: NAME,
    fields: fieldsOf(setting.size),
    preset: PRESET,
    parts: (values) => parts(values, setting),
  });
}
