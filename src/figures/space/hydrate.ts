import { pointsWithin } from '../../model/index.ts';
import type { PolicyPoint } from '../../model/index.ts';
import { bind } from '../form/bind.ts';
import { oneStop } from '../grid/stops.ts';
import type { Place } from '../grid/stops.ts';
import { axesOf, lineAt, pointAt } from './axes.ts';
import { fieldsOf, insistedOn, NAME, presetOf, withPoint } from './case.ts';
import type { Space } from './judged.ts';
import { parts } from './view.ts';

/** hydrate lets the reader insist on properties, and walk through the policies that are left. */
export function hydrate(root: HTMLElement): void {
  const space = JSON.parse(root.dataset['space'] ?? '') as Space;
  const fields = fieldsOf(space.hosts);
  const first = space.named.find(({ names }) => names.includes(root.dataset['first'] ?? ''));
  if (first === undefined) return;
  const map = root.querySelector<HTMLElement>('[data-part=map]');
  if (map === null) return;
  const way = (name: string): Place[] => [
    ...map.querySelectorAll<SVGElement>(`[data-way=${name}]`),
  ];
  // The walker sees the chosen point and where each key leads from it: no element for all the others.
  const rows = () => [
    [way('up')],
    [way('first'), way('left'), way('here'), way('right'), way('last')],
    [way('down')],
  ];
  const stops = oneStop(map, rows, {
    arrive: (place) => goTo(place.dataset['at']),
  });
  const bound = bind(root, {
    name: NAME,
    fields,
    preset: presetOf(first.point),
    parts: (values) => parts(space, values),
    drawn: () => stops.settle(map.querySelector<SVGElement>('[data-way=here]')),
  });
  function goTo(at: string | undefined): void {
    const [row = NaN, column = NaN] = (at ?? '').split(' ').map(Number);
    if (Number.isNaN(row + column)) return;
    bound.go(withPoint(bound.values, pointAt({ row, column })));
    map?.querySelector<SVGElement>('[data-way=here]')?.focus();
  }
  const open = (): void => {
    const panel = root.querySelector<HTMLElement>('.sp-point');
    panel?.focus();
    panel?.scrollIntoView({ block: 'nearest' });
  };
  map.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  });
  map.addEventListener('click', ({ clientX, clientY }) => {
    const svg = map.querySelector('svg');
    const matrix = svg?.getScreenCTM();
    if (!matrix) return;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    const { rows: down, columns } = axesOf(pointsWithin(space.hosts, insistedOn(bound.values)));
    goTo(`${lineAt(down, y)} ${lineAt(columns, x)}`);
  });
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a');
    const point = link?.dataset['point']?.split('; ') as PolicyPoint | undefined;
    if (point !== undefined) {
      event.preventDefault();
      bound.go(withPoint(bound.values, point));
    } else if (link?.hash.startsWith('#space-proof-')) openProof(root, link.hash);
  });
  root.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open && target.dataset['answer'])
        offerPictures(target);
    },
    { capture: true },
  );
  openProof(root, location.hash);
  addEventListener('hashchange', () => openProof(root, location.hash));
}

/** Proofs stand folded. */
function openProof(root: HTMLElement, hash: string): void {
  const proof = hash.startsWith('#space-proof-') ? root.querySelector(hash) : null;
  if (proof === null) return;
  for (const details of [proof.closest('details'), ...proof.querySelectorAll('details')])
    if (details) details.open = true;
}

/** Puts a button under the steps of a proof, which plays them as pictures. */
function offerPictures(proof: HTMLDetailsElement): void {
  if (proof.querySelector('button') || proof.querySelector('.trace-play')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Show the steps as pictures';
  button.addEventListener('click', async () => {
    try {
      const { pictures } = await import('./pictures.ts');
      const player = pictures(proof.dataset);
      proof.querySelector('ol')?.replaceWith(player);
      button.remove();
      player.querySelector<HTMLElement>('[data-step=next]')?.focus();
    } catch {
      button.textContent = 'The pictures could not be loaded. The steps above are whole.';
    }
  });
  proof.append(button);
}
