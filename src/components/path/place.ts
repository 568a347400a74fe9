import type { Path, Step } from '../../book/index.ts';

/** Where a page stands on a path. */
export interface PathPlace {
  readonly path: Path;
  /** Counted from 1. */
  readonly n: number;
  readonly previous: Step | null;
  readonly next: Step | null;
}

/** The places of a page on the paths that have it, in the order of the paths. */
export function placesOf(route: string, all: readonly Path[]): PathPlace[] {
  return all.flatMap((path): PathPlace[] => {
    const { steps } = path;
    const index = steps.findIndex((step) => step.route === route);
    if (index < 0) return [];
    return [
      { path, n: index + 1, previous: steps[index - 1] ?? null, next: steps[index + 1] ?? null },
    ];
  });
}

/** The address of a page for a reader who is on a path. */
export const onPath = (route: string, { id }: Pick<Path, 'id'>): string => `${route}?path=${id}`;

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve thirteen'.split(
  ' ',
);

/** The line above a path: “Twelve chapters, in about 3½ hours”. Other pages of it are not counted. */
export function leadOf({ lead, steps }: Path, time: string): string {
  const n = steps.filter(({ minutes }) => minutes > 0).length;
  const filled = lead.replace('{number}', NUMBERS[n] ?? String(n)).replace('{time}', time);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
