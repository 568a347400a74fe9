import type { Choice } from '../kept-choices.ts';

/** What a control stands at, in words: `Memory: NC`, `Name: “fault”`. */
function said(control: Choice): string {
  const label = control.closest('label')?.querySelector('span')?.textContent ?? control.name;
  if (control instanceof HTMLInputElement) return `${label}: “${control.value.trim()}”`;
  return `${label}: ${control.selectedOptions[0]?.text ?? control.value}`;
}

/**
 * drawChips lists what is set as buttons, each of which calls `remove` with its control. Where nothing
 * has changed they stay: a field says that it has changed when a chip is pressed, and the press counts.
 */
export function drawChips(
  list: Element,
  controls: readonly Choice[],
  remove: (control: Choice) => void,
): void {
  const set = controls.filter(({ value }) => value.trim());
  const drawn = [...list.querySelectorAll('button')].map((button) => button.textContent);
  if (drawn.join('\n') === set.map(said).join('\n')) return;
  list.replaceChildren(...set.map((control) => chip(control, remove)));
}

function chip(control: Choice, remove: (control: Choice) => void): HTMLElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = said(control);
  button.setAttribute('aria-label', `Remove ${said(control)}`);
  button.addEventListener('click', (event) => {
    // Any other button of a table begins anew.
    event.stopPropagation();
    remove(control);
  });
  item.append(button);
  return item;
}
