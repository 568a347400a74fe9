import type { Explored, Property, TraceStep } from '../../model/index.ts';
import { verdictChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { stepName, storyNodes, stripItems } from '../player/story.ts';
import type { Item } from '../player/story.ts';
import { sourceLinks } from '../show/steps.ts';
import { brokenChip, ENDINGS } from '../stage/broken.ts';
import { stage } from '../stage/draw.ts';
import { sentence } from '../stage/scene.ts';
import type { Scene } from '../stage/scene.ts';

/** scenesOf gives the pictures of a trace. What broke is known where the property is. */
export function scenesOf(trace: readonly TraceStep[], property: Property | null): Scene[] {
  return trace.map(({ state, move, actor, label }, i) => {
    const ends = i === trace.length - 1;
    const before = ends && property === null ? null : (trace[i - 1]?.state ?? null);
    return {
      state,
      before,
      move,
      actor,
      label,
      breaks: ends && property !== null ? [property] : [],
    };
  });
}

/** How a trace is drawn. */
export interface TraceOptions {
  /** What was asked; the answer does not repeat it, and without it the end has no name. */
  readonly property?: Property | null;
  /** Draws the bar of the player too, for whoever plays the result. */
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
  if (!player) return [head, h('ol', { class: 'strip' }, ...stripItems(items, 0))];
  const titles = trace.map(({ label }) => sentence(label));
  return [head, ...storyNodes(titles, items, property === null ? [] : [brokenChip(property)])];
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
): Item {
  const ends = i === trace.length - 1;
  const says = ends && property !== null ? ` ${ENDINGS[property].says}` : '';
  const broken = ends && property !== null && brokenChip(property);
  return [
    stage(scene),
    stepName(i + 1, sentence(step.label), broken),
    h('p', { class: 'strip-text' }, `${step.reason}${says} `, sourceLinks(step.source)),
  ];
}
