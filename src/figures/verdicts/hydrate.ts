import type { GuestS1, VmaKind } from '../../model/index.ts';
import { bind } from '../form/bind.ts';
import { oneStop, rowsIn } from '../grid/stops.ts';
import { FIELDS, NAME, presetOf } from './case.ts';
import { provide, type Found } from './judge.ts';
import { parts } from './view.ts';

/** Searches in a worker; a choice that is made before it has ended searches for itself. */
function searchBeside(): void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<readonly Found[]>) => {
    provide(data);
    worker.terminate();
  });
}

/** hydrate lets the reader choose page, guest and property, and opens the proof that a link names. */
export function hydrate(root: HTMLElement): void {
  searchBeside();
  const { vma, guest } = root.dataset;
  const preset = presetOf(vma as VmaKind, guest as GuestS1);
  // The table is one stop of the Tab key, and so are the proofs under it.
  const table = oneStop(root, () => rowsIn(root, '.vt a'));
  const proofs = oneStop(root, () =>
    [...root.querySelectorAll('.vt-proof')]
      .map((proof) => [...proof.querySelectorAll<HTMLElement>('.vt-users a, summary')])
      .filter(({ length }) => length > 0),
  );
  const drawn = (): void => {
    table.settle();
    proofs.settle();
  };
  bind(root, { name: NAME, fields: FIELDS, preset, parts, drawn });

  /** The proof of a cell, or what a proof says of a property. */
  const open = (): HTMLElement | null => {
    const named = document.getElementById(location.hash.slice(1));
    if (!named || !root.contains(named)) return null;
    const href = named.matches('td') ? (named.querySelector('a')?.hash ?? '') : '';
    const proof = href === '' ? named : document.getElementById(href.slice(1));
    const details = proof?.querySelector('details');
    if (details) details.open = true;
    return named;
  };
  addEventListener('hashchange', open);
  root.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('.vt a');
    // The address may name this proof already: then it does not change.
    if (link?.hash === location.hash) open();
  });
  root.addEventListener('change', () => {
    for (const details of root.querySelectorAll('details')) details.open = false;
  });
  const linked = open();
  if (new URLSearchParams(location.search).has(NAME)) linked?.scrollIntoView();
}
