/** A happening of a trace of Chromium; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly ts: number;
  readonly args?: { readonly frame_reporter?: FrameReport };
}

interface FrameReport {
  readonly state: string;
  readonly has_compositor_animation: boolean;
}

/** A frame at 60 a second, in milliseconds. */
export const FRAME_MS = 1000 / 60;
/** Stamps jitter by less than this; the next frame of the screen is sixteen times as far. */
const JITTER_MS = 1;

/** Whether a gap between two frames left out a frame of the screen. */
export const isLate = (gap: number): boolean => gap > FRAME_MS + JITTER_MS;

/** The gaps between stamps that rise, in their unit. */
export const gapsOf = (stamps: readonly number[]): number[] =>
  stamps.slice(1).map((stamp, i) => stamp - (stamps[i] ?? stamp));

/**
 * shownIn gives the frames of the screen that showed a travelling tile, by when they began, in
 * milliseconds from the beginning of each journey. The compositor reports each frame: whether it was
 * shown or dropped, and whether an animation of its own was in it.
 */
export function shownIn(events: readonly TraceEvent[]): number[][] {
  const marks = (name: string) => events.filter((one) => one.name === name);
  const pid = marks('journey')[0]?.pid;
  const shown = events.flatMap(({ name, ph, pid: own, ts, args }) => {
    const report = args?.frame_reporter;
    const isFrame = name === 'PipelineReporter' && ph === 'b' && own === pid;
    return isFrame && report?.has_compositor_animation && report.state.startsWith('STATE_PRESENTED')
      ? [ts]
      : [];
  });
  // A frame that two threads drew is reported twice.
  const frames = [...new Set(shown)].toSorted((a, b) => a - b);
  const arrivals = marks('arrival').map(({ ts }) => ts);
  return marks('journey').map(({ ts: from }, i) =>
    frames.filter((at) => at > from && at < (arrivals[i] ?? 0)).map((at) => (at - from) / 1000),
  );
}
