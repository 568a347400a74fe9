import { bind } from '../form/bind.ts';
import { PRESET } from './case.ts';
import { fieldsOf, NAME, parts } from './view.ts';

/** alive lets the reader choose; the answers follow at once. */
export function alive(root: HTMLElement): void {
  const { size = 'full', prefix = NAME, page = '' } = root.dataset;
  const setting = { size: size === 'small' ? size : 'full', prefix, page } as const;
  bind(root, {
    name: NAME,
    fields: fieldsOf(setting.size),
    preset: PRESET,
    parts: (values) => parts(values, setting),
  });
}
