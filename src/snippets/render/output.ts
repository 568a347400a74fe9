import { renderShow } from '../../figures/show/index.ts';
import type { Seen } from '../../figures/show/index.ts';
import { h } from '../../figures/show/node.ts';
import type { HNode } from '../../figures/show/node.ts';
import { CUT_LINE } from '../core/limits.ts';
import { isDeclared } from '../core/outcome.ts';
import { laidOut } from './laid-out.ts';
import { tableNode } from './table.ts';
import type { OutputEvent, RunError, RunResult } from '../core/types.ts';

/** What of a run is drawn. */
export type Drawn = Pick<RunResult, 'events' | 'error' | 'truncated'>;

/**
 * outputNodes draws a run, the same in the built page and after Run. `throws` is a declared failure,
 * `seen` has the answers that a kernel was seen to give.
 */
export function outputNodes(run: Drawn, throws: string | null, seen: Seen = {}): HNode[] {
  const nodes = run.events.map((event) => eventNode(event, seen));
  return [...nodes, ...endNodes(run, throws)];
}

/** endNodes draws what stands below the events of a run that has ended. */
export function endNodes({ events, error, truncated }: Drawn, throws: string | null): HNode[] {
  const nodes: HNode[] = [];
  if (truncated) nodes.push(h('p', { class: 'ev ev-cut' }, CUT_LINE));
  if (error)
    nodes.push(errorNode(error, throws !== null && isDeclared(throws, error) ? throws : null));
  if (nodes.length > 0 || events.length > 0) return nodes;
  return [h('p', { class: 'ev ev-none' }, 'Ends without output.')];
}

/** isLong says whether output scrolls in a frame of its own, which then takes the focus. */
export const isLong = (text: string): boolean => text.split('\n').length > 40;

/** eventNode draws one event, in lines that a browser can lay out. */
export const eventNode = (event: OutputEvent, seen: Seen = {}): HNode =>
  laidOut(drawn(event, seen));

function drawn(event: OutputEvent, seen: Seen): HNode {
  switch (event.kind) {
    case 'log':
    case 'info':
      return h('pre', { class: 'ev' }, event.text);
    case 'warn':
    case 'error':
      return h(
        'pre',
        { class: `ev ev-${event.kind}` },
        h('b', {}, event.kind === 'warn' ? 'warning ' : 'error '),
        event.text,
      );
    case 'table':
      return tableNode(event.columns, event.rows);
    case 'show':
      return event.tree.kind === 'value'
        ? h('pre', { class: 'ev' }, event.tree.text)
        : h('div', { class: 'ev ev-show' }, renderShow(event.tree, { seen }));
  }
}

/** `declared`: the failure is the one that the fence announces. */
function errorNode(
  { name, message, line, column, fence }: RunError,
  declared: string | null,
): HNode {
  const where = column === null ? `line ${line}` : `line ${line}, column ${column}`;
  const node = h(
    'div',
    { class: declared === null ? 'ev ev-fail' : 'ev ev-fail ev-declared' },
    h('b', {}, declared === null ? name : `Fails with ${declared}, as it should.`),
    declared === null ? null : ` ${name}`,
    message === '' ? null : `: ${message}`,
    line === null
      ? null
      : h(
          'span',
          { class: 'ev-place' },
          ` (${where}`,
          fence && h('a', { href: `#${fence}` }, ` of ${fence}`),
          ')',
        ),
  );
  return laidOut(node);
}
