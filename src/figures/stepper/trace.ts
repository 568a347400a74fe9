import type { Explored, Property, TraceStep } from '../../model/index.ts';
import { verdictChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { brokenChip, ENDINGS } from '../stage/broken.ts';
import { stage } from '../stage/draw.ts';
import { sentence } from '../stage/scene.ts';
import type { Scene } from '../stage/scene.ts';

/** scenesOf gives the pictures of a trace. What broke is known where the property is. */
function scenesOf(trace: readonly TraceStep[], property: Property | null): Scene[] {
  return trace.map(({ state, move, actor }, i) => {
    const ends = i === trace.length - 1;
    const before = ends && property === null ? null : (trace[i - 1]?.state ?? null);
    return { state, before, move, actor, breaks: ends && property !== null ? [property] : [] };
  });
}

/** How a trace is drawn. */
export interface TraceOptions {
  /** What was asked; the answer does not repeat it, and without it the end has no name. */
  readonly property?: Property | null;
  /** Draws the buttons too, for whoever calls `hydrate` of this folder on the result. */
  readonly player?: boolean;
}

/**
 * traceNodes draws what `explore` answers, also for a policy that a reader wrote: the verdict with
 * its counts, then the trace as a list of steps, complete as it stands.
 */
export function traceNodes(
  explored: Explored,
  { property = null, player = false }: TraceOptions = {},
): HNode[] {
  const { trace = [] } = explored;
  const head = h('p', { class: 'trace-head' }, ...verdict(explored, property));
  if (trace.length === 0) return [head];
  const scenes = scenesOf(trace, property);
  const items = trace.map((step, i) => item(step, scenes[i] as Scene, i, trace, property));
  const list = h('ol', { class: 'trace' }, ...items);
  if (!player) return [head, list];
  return [
    head,
    bar(trace),
    h('p', { class: 'hidden trace-said', role: 'status' }),
    h('div', { class: 'trace-box' }, one, list),
  ];
}

function verdict(explored: Explored, property: Property | null): HNode[] {
  const { holds, states, transitions, trace, error } = explored;
  if (error !== undefined) {
    const { received, expected, remedy } = error;
    return [
      verdictChip('invalid', 'invalid', null),
      ` ${received}; expected ${expected}. ${remedy}`,
    ];
  }
  const asked = property === null ? 'The property' : ENDINGS[property].asks;
  const all = `All ${states} states that can be reached were visited, by ${transitions} moves`;
  if (holds === true)
    return [verdictChip('supported', 'holds', null), ` ${asked} ${all}; none breaks it.`];
  if (holds === null)
    return [
      verdictChip('unknown', 'not asked', null),
      ` The question does not arise here. ${all}.`,
    ];
  const broken = property === null ? [] : [brokenChip(property), ' '];
  return [
    ...broken,
    `${property === null ? 'The property breaks' : 'Broken'} in ${trace?.length ?? 0} steps; no way is shorter. ${all}.`,
  ];
}

function item(
  step: TraceStep,
  scene: Scene,
  i: number,
  trace: readonly TraceStep[],
  property: Property | null,
): HElement {
  const ends = i === trace.length - 1;
  const says = ends && property !== null ? ` ${ENDINGS[property].says}` : '';
  return h(
    'li',
    {},
    stage(scene),
    h(
      'p',
      { class: 'trace-name' },
      h('span', {}, `${i + 1}.`),
      ' ',
      h('b', {}, sentence(step.label)),
      ends && ' ',
      ends && property !== null && brokenChip(property),
    ),
    h('p', { class: 'trace-why' }, `${step.reason}${says} `, sourceLinks(step.source)),
  );
}

/** The step that opens each phase of the story, by the name of the phase, and the end. */
function moments(trace: readonly TraceStep[]): [name: string, at: number][] {
  const opens = trace.flatMap(({ state: { phase } }, i): [string, number][] =>
    trace[i - 1]?.state.phase === phase ? [] : [[phase, i]],
  );
  const last = trace.length - 1;
  return opens.at(-1)?.[1] === last ? opens : [...opens, ['the end', last]];
}

const button = (does: string | number, text: string, off: boolean): HElement =>
  h('button', { type: 'button', 'data-step': does, 'aria-disabled': String(off) }, text);

/** Above the steps: what a reader presses must not move when the list becomes one picture. */
function bar(trace: readonly TraceStep[]): HElement {
  return h(
    'div',
    { class: 'fig-controls trace-bar' },
    h(
      'div',
      { role: 'group', 'aria-label': 'Steps' },
      button('first', 'First', true),
      button('back', 'Back', true),
      button('next', 'Step through', false),
      button('last', 'Last', true),
      button('all', 'All steps', true),
    ),
    h(
      'div',
      { role: 'group', 'aria-label': 'Go to' },
      h('span', { class: 'trace-to' }, 'go to'),
      ...moments(trace).map(([name, at]) => button(at, name, false)),
    ),
  );
}

/** Where the player shows one step. */
const one = h('div', { class: 'trace-one', hidden: true });
