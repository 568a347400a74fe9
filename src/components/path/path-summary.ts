import { copyField } from '../copy-field.ts';
import { kept } from './store.ts';
import { summaryOf } from './summary.ts';

/* The summary of a path, for somebody else to read. */
const part = document.querySelector<HTMLElement>('.path-summary');
const field = part?.querySelector('textarea') ?? null;

function show(): void {
  const items = [...document.querySelectorAll<HTMLElement>('main [data-step]')].map((item) => ({
    route: item.dataset['step'] ?? '',
    title: item.querySelector('a')?.textContent.trim() ?? '',
  }));
  if (field) field.value = summaryOf(part?.dataset['title'] ?? '', items, kept().progress);
}

show();
document.addEventListener('stage-kept', show);
part
  ?.querySelector('button')
  ?.addEventListener('click', () => void copyField(field, part.querySelector('output')));
