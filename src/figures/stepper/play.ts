import sheet from '../stage/sheet.css?url';
import type { ShowTree, TraceStep } from '../../model/index.ts';
import { toDom } from '../show/node.ts';
import { playStrip } from '../player/play-strip.ts';
import { traceNodes } from './trace.ts';

/** A page without such a figure gets its sheet when it is needed; an import would load it everywhere. */
function linkSheet(): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  // A page may lead to it by a shorter way.
  if ([...document.styleSheets].some(({ href }) => href === link.href)) return;
  document.head.append(link);
}

/** playTrace makes a stepper of a trace that came from a snippet; its verdict stands above it already. */
export function playTrace(tree: Extract<ShowTree, { kind: 'trace' }>): HTMLElement {
  const trace = tree.moves.flatMap(({ move, actor, label, reason, source, view }): TraceStep[] =>
    view === null || actor === null ? [] : [{ move, actor, label, reason, source, state: view }],
  );
  linkSheet();
  const { property } = tree;
  const explored = { property, holds: false, states: 0, transitions: 0, trace };
  const [, ...player] = traceNodes(explored, { property, player: true });
  const root = document.createElement('div');
  root.className = 'trace-play';
  root.append(...player.map((node) => toDom(node)));
  playStrip(root);
  return root;
}
