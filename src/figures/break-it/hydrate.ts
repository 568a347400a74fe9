import { parseState } from '../form/address.ts';
import { bind } from '../form/bind.ts';
import type { Parts } from '../form/places.ts';
import { patch } from '../show/patch.ts';
import { FIELDS, PRESET, setupFor } from './fields.ts';
import { hintFor, possible } from './game.ts';
import type { Game, Hint } from './game.ts';
import { caseParts, gameParts, NAME } from './view.ts';

/** hydrate lets the reader take the machine's moves one by one; a new choice starts anew. */
export function hydrate(root: HTMLElement): void {
  let game: Game = { setup: setupFor(PRESET), taken: [] };
  const moves = root.querySelector<HTMLElement>('[data-part=moves]');

  const bound = bind(root, {
    name: NAME,
    fields: FIELDS,
    preset: PRESET,
    parts: (values): Parts => {
      game = { setup: setupFor(values), taken: [] };
      buttons();
      return { ...caseParts(values), ...gameParts(game) };
    },
  });

  function draw(hint: Hint | null = null): void {
    for (const [part, nodes] of Object.entries(gameParts(game, hint))) {
      const at = root.querySelector(`[data-part="${part}"]`);
      if (at) patch(at, nodes);
    }
    buttons();
  }
  function buttons(): void {
    // aria-disabled and not disabled: a disabled button would lose the focus.
    for (const does of ['undo', 'restart'])
      root
        .querySelector(`[data-do=${does}]`)
        ?.setAttribute('aria-disabled', String(game.taken.length === 0));
  }
  function play(taken: Game['taken']): void {
    game = { ...game, taken };
    draw();
  }

  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const move = target.closest<HTMLElement>('[data-move]')?.dataset['move'];
    const chosen = move === undefined ? undefined : possible(game)[Number(move)];
    if (chosen) {
      play([...game.taken, chosen]);
      // The button may now stand for another move: the focus goes to the head of the new ones.
      moves?.focus();
    }
    const does = target.closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (does === 'undo') play(game.taken.slice(0, -1));
    if (does === 'restart') play([]);
    if (does === 'hint') draw(hintFor(game));
    const link = target.closest<HTMLElement>('a[data-state]');
    if (link) {
      event.preventDefault();
      bound.go(parseState(FIELDS, PRESET, link.dataset['state'] ?? '').values);
      root.scrollIntoView({ block: 'start' });
    }
  });
}
