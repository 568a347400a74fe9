import { explore } from '../../model/index.ts';
import type { LegalMove } from '../../model/index.ts';
import type { Values } from '../form/field.ts';
import { playStrip } from '../player/play-strip.ts';
import { h, toDom } from '../show/node.ts';
import { traceNodes } from '../stepper/trace.ts';
import { caseOf, proofOf, setupFor } from './fields.ts';
import { wayTo } from './game.ts';

/** A proof that stands in the place of the game. */
export interface Proof {
  /** Plays it from its first step, with the focus on the button that pauses it. */
  play(): void;
  /** The moves up to the step that is shown. */
  taken(): readonly LegalMove[];
}

const button = (does: string, text: string) =>
  h('button', { type: 'button', 'data-do': does }, text);

/** showProof plays in `place` the proof that the state names, on the stage, with the player of every story. */
export function showProof(place: HTMLElement, values: Values): Proof | null {
  const property = proofOf(values);
  place.hidden = property === null;
  if (property === null) {
    place.replaceChildren();
    return null;
  }
  const moves =
    wayTo({ policy: values['policy'] ?? '', setup: setupFor(values), taken: [] }, property) ?? [];
  const explored = explore({ ...caseOf(values), property });
  const root = document.createElement('div');
  const ways = [
    ...(moves.length > 0 ? [button('take', 'Take over from here')] : []),
    button('leave', 'Back to the game'),
  ];
  const nodes = [
    ...traceNodes(explored, { property, player: true }),
    h('div', { class: 'fig-controls' }, ...ways),
  ];
  root.append(...nodes.map((node) => toDom(node)));
  place.replaceChildren(root);
  if (moves.length > 0) playStrip(root);
  return {
    play() {
      const press = root.querySelector<HTMLElement>('[data-step=play]');
      press?.click();
      press?.focus({ preventScroll: true });
    },
    taken() {
      const at = [...root.querySelectorAll('.strip > li')].findIndex((li) => li.matches('.is-at'));
      return moves.slice(0, at + 1);
    },
  };
}
