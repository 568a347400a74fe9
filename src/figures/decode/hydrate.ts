import { withState } from '../form/address.ts';
import { readHex } from '../form/read-hex.ts';
import { patch } from '../show/patch.ts';
import { decoderOf } from './decoders.ts';

/** hydrate decodes what the reader types; what cannot be read stays, with a line that says why. */
export function hydrate(root: HTMLElement): void {
  const { of: name = '', example = '' } = root.dataset;
  const decoder = decoderOf(name);
  const input = root.querySelector('input');
  const line = root.querySelector('.fig-problems');
  const place = root.querySelector('[data-part=decode]');
  if (!input || !line || !place) return;
  let shown = example;

  function take(): void {
    const read = readHex(input?.value ?? '', decoder.field, shown);
    const problem = 'problem' in read ? read.problem : '';
    if (line) line.textContent = problem;
    input?.setAttribute('aria-invalid', String(problem !== ''));
    if ('problem' in read || !place) return;
    shown = decoder.write(read.value);
    patch(place, decoder.draw(read.value));
  }
  /** The address names the last figure that was touched. */
  function keep(): void {
    const state = shown === example ? null : `${name}:${shown}`;
    const search = withState(location.search, 'decode', state);
    history.replaceState(history.state, '', location.pathname + search + location.hash);
  }

  input.addEventListener('input', () => (take(), keep()));
  root.addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('.fig-reset')) return;
    input.value = example;
    take();
    keep();
  });
  const linked = new URLSearchParams(location.search).get('decode');
  const own = linked?.toLowerCase().startsWith(`${name.toLowerCase()}:`) === true;
  if (own) input.value = (linked ?? '').slice(name.length + 1);
  if (input.value === example) return;
  take();
  // Typed before the figure was awake; an address that cannot be read is left as it came.
  if (!own) keep();
}
