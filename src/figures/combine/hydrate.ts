import type { Linked } from '../form/address.ts';
import { bind } from '../form/bind.ts';
import type { Values } from '../form/field.ts';
import { oneStop, rowsIn } from '../grid/stops.ts';
import { hexByte } from './hex-byte.ts';
import { FIELDS, PRESET, settled } from './stages.ts';
import { NAME, parts } from './view.ts';

/** hydrate lets the reader choose both stages, by the controls or in the grid. */
export function hydrate(root: HTMLElement): void {
  const input = root.querySelector<HTMLInputElement>('.combine-hex');
  const line = root.querySelector(`#${NAME}-hex`);
  let before: Values | null = null;
  const settle = (linked: Linked): Linked => {
    before = settled(linked.values, before);
    return { ...linked, values: before };
  };
  const bound = bind(root, { name: NAME, fields: FIELDS, preset: PRESET, parts, settle });
  before ??= bound.values;

  function tell(problem: string): void {
    if (line) line.textContent = problem;
    input?.setAttribute('aria-invalid', String(problem !== ''));
  }
  function showByte(): void {
    if (input) input.value = bound.values['s1'] ?? '';
    tell('');
  }
  function choose(cell: HTMLElement): void {
    const { s1 = '', s2 = '' } = cell.dataset;
    bound.go({ ...bound.values, s1, s2 });
    showByte();
    root.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }

  input?.addEventListener('input', () => {
    const read = hexByte(input.value, bound.values['s1'] ?? '');
    if ('byte' in read) bound.go({ ...bound.values, s1: read.byte });
    tell('problem' in read ? read.problem : '');
  });
  root.addEventListener('change', (event) => {
    if (event.target !== input) showByte();
  });
  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const cell = target.closest<HTMLElement>('[role=gridcell]');
    if (cell) choose(cell);
    else if (target.closest('.fig-reset')) showByte();
  });
  oneStop(root, () => rowsIn(root, '[role=gridcell]'), {
    arrive: (cell) => choose(cell as HTMLElement),
  });
  if (input && input.value !== PRESET['s1']) input.dispatchEvent(new Event('input'));
  else showByte();
}
