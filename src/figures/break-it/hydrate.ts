import { parseState } from '../form/address.ts';
import type { Linked } from '../form/address.ts';
import { bind } from '../form/bind.ts';
import { fill } from '../form/fill.ts';
import type { Values } from '../form/field.ts';
import type { Parts } from '../form/places.ts';
import { placed, travel } from '../player/travel.ts';
import { doneMissions, keepDone } from './done.ts';
import { FIELDS, PRESET, settled, setupFor, withoutProof } from './fields.ts';
import { hintFor, possible } from './game.ts';
import type { Game, Goal, Hint } from './game.ts';
import { isDone, missionOf } from './missions.ts';
import { showProof } from './proof.ts';
import type { Proof } from './proof.ts';
import { caseParts, gameParts, NAME } from './view.ts';

const gameOf = (values: Values, taken: Game['taken'] = []): Game => ({
  policy: values['policy'] ?? '',
  setup: setupFor(values),
  taken,
});

/** What a hint looks for: what the mission is about, else what is nearest. */
function goalOf(values: Values): Goal | undefined {
  const goal = missionOf(values)?.goal;
  return goal === undefined || goal === 'proof' ? undefined : goal === 'clean' ? goal : [goal];
}

/** hydrate lets the reader take the machine's moves one by one; a new choice starts anew. */
export function hydrate(root: HTMLElement): void {
  let before: Values | null = null;
  let game = gameOf(PRESET);
  let proof: Proof | null = null;
  const moves = root.querySelector<HTMLElement>('[data-part=moves]');
  const board = root.querySelector<HTMLElement>('.bk');
  const proofPlace = root.querySelector<HTMLElement>('.bk-proof');

  const bound = bind(root, {
    name: NAME,
    fields: FIELDS,
    preset: PRESET,
    settle: (linked: Linked): Linked => {
      before = settled(linked.values, before);
      return { ...linked, values: before };
    },
    parts: (values): Parts => {
      game = gameOf(values);
      return { ...caseParts(values), ...shown(values) };
    },
    drawn: (values) => {
      proof = proofPlace && showProof(proofPlace, values);
      if (board) board.hidden = proof !== null;
      buttons();
    },
  });
  before ??= PRESET;
  // A mission that was chosen while this was loading brings its case too.
  if (bound.values['mission'] !== PRESET['mission']) bound.go(bound.values);

  /** The game as it stands; a mission that it does is kept. */
  function shown(values: Values, hint: Hint | null = null): Parts {
    const mission = missionOf(values);
    const proved = hint !== null && 'states' in hint;
    const won = mission !== null && isDone(mission, game, proved);
    if (won) keepDone(mission.key);
    return gameParts(game, { values, hint, won, done: doneMissions() });
  }
  function draw(hint: Hint | null = null): void {
    const picture = (): Element | null => root.querySelector('[data-part=stage] > svg');
    const stood = placed(picture());
    fill(root, shown(bound.values, hint));
    travel(picture(), stood);
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
  /** Shows a proof of the table, and plays it. */
  function prove(values: Values): void {
    bound.go(withoutProof(values));
    bound.go(values);
    root.scrollIntoView({ block: 'start' });
    proof?.play();
  }
  /** Back from a proof to the game, which stands where `taken` leads. */
  function leave(taken: Game['taken']): void {
    bound.go(withoutProof(bound.values));
    play(taken);
    moves?.focus();
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
    if (does === 'hint') draw(hintFor(game, goalOf(bound.values)));
    if (does === 'take') leave(proof?.taken() ?? []);
    if (does === 'leave') leave([]);
    const link = target.closest<HTMLElement>('a[data-state]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      prove(parseState(FIELDS, PRESET, link.dataset['state'] ?? '').values);
    }
  });
}
