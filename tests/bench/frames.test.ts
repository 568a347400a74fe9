import { expect, test } from 'vitest';
import { gapsOf, isLate, shownIn, type TraceEvent } from '../../bench/support/frames.ts';

const PAGE = 7;
const mark = (name: string, ms: number): TraceEvent => ({
  name,
  ph: 'R',
  pid: PAGE,
  ts: ms * 1000,
});
const frame = (ms: number, state: string, moves = true, pid = PAGE): TraceEvent => ({
  name: 'PipelineReporter',
  ph: 'b',
  pid,
  ts: ms * 1000,
  args: { frame_reporter: { state, has_compositor_animation: moves } },
});

const TRACE = [
  mark('journey', 1000),
  frame(1010, 'STATE_PRESENTED_ALL', false),
  frame(1020, 'STATE_PRESENTED_ALL'),
  frame(1020, 'STATE_PRESENTED_ALL'),
  frame(1036, 'STATE_PRESENTED_PARTIAL'),
  frame(1053, 'STATE_DROPPED'),
  frame(1069, 'STATE_NO_UPDATE_DESIRED'),
  frame(1070, 'STATE_PRESENTED_ALL', true, 99),
  frame(1086, 'STATE_PRESENTED_ALL'),
  mark('arrival', 1340),
  frame(1350, 'STATE_PRESENTED_ALL'),
  mark('journey', 2000),
  mark('arrival', 2340),
];

test('frames are those of the page that were shown with a tile on its way', () => {
  expect(shownIn(TRACE)).toEqual([[20, 36, 86], []]);
});

test('a gap is late where a frame of the screen is missing in it', () => {
  expect(gapsOf([20, 36, 86]).map(isLate)).toEqual([false, true]);
  expect([16.6, 16.7, 16.8, 33.3].map(isLate)).toEqual([false, false, false, true]);
});
