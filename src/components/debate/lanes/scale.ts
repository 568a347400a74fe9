/** A part of the axis: from a day to a day, as wide as it is given. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly width: number;
}

/** A name under the axis. */
export interface Tick {
  readonly x: number;
  readonly words: string;
}

/** Room left of the first day and right of the last. */
export const PAD = 8;

/** The months of the argument; they have a scale of their own. */
export const ENLARGED = { from: '2025-03-01', to: '2025-08-01' } as const;

const WIDTHS = { before: 170, enlarged: 428, after: 138 };
const DAY = 86_400_000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const day = (date: string): number => Date.parse(date) / DAY;
const two = (value: number): string => String(value).padStart(2, '0');

/** The day of a date; the middle of a month or a year that has no day. */
export const dayOf = (date: string): string =>
  ({ 4: `${date}-07-01`, 7: `${date}-15` })[date.length] ?? date;

/** The three parts of the axis, from the year of the first date to the end of that of the last. */
export function spansOf(first: string, last: string): readonly Span[] {
  const { from, to } = ENLARGED;
  return [
    { from: `${first.slice(0, 4)}-01-01`, to: from, width: WIDTHS.before },
    { from, to, width: WIDTHS.enlarged },
    { from: to, to: `${Number(last.slice(0, 4)) + 1}-01-01`, width: WIDTHS.after },
  ];
}

/** The width of the whole axis, with the room at its ends. */
export const widthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { width }) => sum + width, 2 * PAD);

/** Where a day stands; days outside stand at an end. */
export function placeOf(spans: readonly Span[], date: string): number {
  const at = day(dayOf(date));
  let x = PAD;
  for (const { from, to, width } of spans) {
    const part = (at - day(from)) / (day(to) - day(from));
    if (part < 1) return x + width * Math.max(0, part);
    x += width;
  }
  return x;
}

/** Every fourth year before, each month where it is enlarged, the years after. */
export function ticksOf(spans: readonly Span[]): Tick[] {
  const at = (date: string, words: string): Tick => ({ x: placeOf(spans, date), words });
  const [before, enlarged, after] = spans;
  if (!before || !enlarged || !after) return [];
  const first = Number(before.from.slice(0, 4));
  const years = [first, first + 4, first + 8].map((year) => at(`${year}-01-01`, String(year)));
  const shown = Number(enlarged.from.slice(0, 4));
  const months = MONTHS.slice(
    Number(enlarged.from.slice(5, 7)) - 1,
    Number(enlarged.to.slice(5, 7)) - 1,
  );
  const start = Number(enlarged.from.slice(5, 7));
  const last = Number(after.to.slice(0, 4));
  return [
    ...years,
    ...months.map((month, i) =>
      at(`${shown}-${two(start + i)}-01`, i === 0 ? `${month} ${shown}` : month),
    ),
    at(after.from, MONTHS[start + months.length - 1] ?? ''),
    ...Array.from({ length: last - shown - 1 }, (_, i) =>
      at(`${shown + 1 + i}-01-01`, String(shown + 1 + i)),
    ),
  ];
}
