import type { Values } from './field.ts';

const controls = (root: ParentNode): NodeListOf<HTMLInputElement | HTMLSelectElement> =>
  root.querySelectorAll('[data-key]');

/** readValues takes the state from the controls of a figure. */
export function readValues(root: ParentNode): Values {
  const values: Record<string, string> = {};
  for (const c of controls(root)) {
    const key = c.dataset['key'] ?? '';
    if (c.type === 'checkbox') values[key] = (c as HTMLInputElement).checked ? '1' : '0';
    else if (c.type !== 'radio' || (c as HTMLInputElement).checked) values[key] = c.value;
  }
  return values;
}

/** writeValues sets the controls of a figure to a state. */
export function writeValues(root: ParentNode, values: Values): void {
  for (const c of controls(root)) {
    const value = values[c.dataset['key'] ?? ''];
    if (value === undefined) continue;
    if (c.type === 'checkbox') (c as HTMLInputElement).checked = value === '1';
    else if (c.type === 'radio') (c as HTMLInputElement).checked = c.value === value;
    else c.value = value;
  }
}
