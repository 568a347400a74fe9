import type { EventGraph } from '../../observations/witness/graph.ts';
import { stepName, type Item } from '../player/story.ts';
import { h, type HNode } from '../show/node.ts';
import { pictured } from '../show/pictured.ts';
import { sourceLinks } from '../show/steps.ts';
import { brokenChip } from '../stage/broken.ts';
import { stage } from '../stage/draw.ts';
import { inWords, sentence } from '../stage/scene.ts';
import { eventPicture } from './picture.ts';
import type { Run } from './run.ts';
import { eventInWords, outcome } from './words.ts';

/** A run of the machine with herd7's events beside each step: those of now are marked, those to come faint. */
export function eventsStatic(graph: EventGraph, run: Run): HNode[] {
  const { moves, points, property, threads, beside } = run;
  const titles = moves.map(({ label }) => sentence(label));
  const items = moves.map((move, i): Item => {
    const now = points[i] ?? [];
    const done = new Set(points.slice(0, i).flat());
    const before = moves[i - 1]?.state ?? null;
    const ends = move.breaks.includes(property) ? [property] : [];
    const scene = { ...move, before, breaks: ends };
    const events = graph.events.filter(({ id }) => now.includes(id));
    const told = events.map((event) => eventInWords(event, graph)).join('. ');
    const here = told === '' ? 'No event of herd7 stands for this step.' : `Event ${told}.`;
    const last = i === moves.length - 1;
    const picture = eventPicture(graph, threads, ({ id }) =>
      now.includes(id) ? 'sg-moves' : done.has(id) ? '' : 'sg-dim',
    );
    const says = `${here}${last ? ` ${outcome(graph)}` : ''}`;
    return [
      h(
        'div',
        { class: 'ev-pair' },
        pictured(stage(scene), inWords(scene)),
        pictured(picture, `herd7: ${says}`),
      ),
      stepName(i + 1, titles[i] ?? '', ends.length > 0 && brokenChip(property)),
      h('p', { class: 'strip-text' }, `${says} `, sourceLinks(move.source)),
    ];
  });
  return [
    h('ol', { class: 'strip' }, ...items.map((item) => h('li', {}, ...item))),
    h('p', { class: 'note-line' }, beside),
  ];
}
