import '../stage/stage.css';
import './stepper.css';
import type { ShowTree, TraceStep } from '../../model/index.ts';
import { toDom } from '../show/node.ts';
import { alive } from './alive.ts';
import { traceNodes } from './trace.ts';

/** playTrace makes a stepper of a trace that came from a snippet; its verdict stands above it already. */
export function playTrace(tree: Extract<ShowTree, { kind: 'trace' }>): HTMLElement {
  const trace = tree.moves.flatMap(({ move, actor, label, reason, source, view }): TraceStep[] =>
    view === null || actor === null ? [] : [{ move, actor, label, reason, source, state: view }],
  );
  const { property } = tree;
  const explored = { property, holds: false, states: 0, transitions: 0, trace };
  const [, ...player] = traceNodes(explored, { property, player: true });
  const root = document.createElement('div');
  root.className = 'trace-play';
  root.append(...player.map((node) => toDom(node)));
  alive(root);
  return root;
}
