import { fenceId } from '../page/fences.ts';
import { textsIn } from '../checks/printed.ts';
import type { Exercise as ReadExercise } from './exercise.ts';

/** An exercise as pages show it. */
export interface Exercise extends Pick<
  ReadExercise,
  'title' | 'kind' | 'goal' | 'chapter' | 'level' | 'minutes'
> {
  readonly slug: string;
  readonly route: string;
  /** Source path, for the edit link. */
  readonly file: string;
  /** What a run has to print, each on some line. */
  readonly solved: readonly string[];
  /** Id of the snippet that a reader is given. */
  readonly starter: string;
}

/** By chapter in the order of the book, then the easier and the shorter first. */
export function exercisesOf(
  read: readonly ReadExercise[],
  chapters: readonly { readonly route: string }[],
): Exercise[] {
  const place = new Map(chapters.map(({ route }, index) => [route, index] as const));
  const placeOf = ({ chapter }: Exercise): number => place.get(chapter) ?? chapters.length;
  return read
    .map((exercise): Exercise => {
      const { title, kind, goal, chapter, level, minutes, page, starter } = exercise;
      const { slug, route, file, fences } = page;
      const index = starter === null ? 0 : fences.indexOf(starter);
      const id = fenceId(starter?.lang ?? '', starter?.meta ?? '', slug, index);
      const solved = textsIn(exercise.solved);
      return { title, kind, goal, chapter, level, minutes, slug, route, file, solved, starter: id };
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.level - b.level || a.minutes - b.minutes);
}
