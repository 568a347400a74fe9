import { debate, LANDED, type Position, type Topic } from '../../book/index.ts';
import { positionId } from './people.ts';

/** A position with its place on the page. */
export interface Placed {
  readonly position: Position;
  readonly id: string;
}

/** A question with what was argued and what landed. */
export interface Section {
  readonly topic: Topic;
  readonly argued: readonly Placed[];
  readonly landed: readonly Placed[];
}

/** The questions in the order of their file, each with its positions. */
export function sections(): Section[] {
  const { topics, positions } = debate();
  return topics.map((topic) => {
    const own = positions.filter((one) => one.topic === topic.slug);
    const placed = own.map((position, index) => {
      const before = own.slice(0, index).filter(({ person }) => person === position.person);
      return { position, id: positionId(position, before.length) };
    });
    const isLanded = ({ position }: Placed): boolean => position.person === LANDED;
    return {
      topic,
      argued: placed.filter((one) => !isLanded(one)),
      landed: placed.filter(isLanded),
    };
  });
}

/** A row of the overview: a person, and what they held on each question. */
export interface Line {
  readonly person: string;
  readonly cells: readonly (readonly Placed[])[];
}

/** Who held what on these questions; those who spoke on most of them first, the code last. */
export function overview(main: readonly Section[]): Line[] {
  const placed = main.flatMap(({ argued, landed }) => [...argued, ...landed]);
  const people = [...new Set(placed.map(({ position }) => position.person))];
  const lines = people.map((person) => ({
    person,
    cells: main.map(({ argued, landed }) =>
      [...argued, ...landed].filter(({ position }) => position.person === person),
    ),
  }));
  const spoken = ({ cells }: Line): number => cells.filter(({ length }) => length > 0).length;
  const rank = (line: Line): number => (line.person === LANDED ? -1 : spoken(line));
  return lines.toSorted((a, b) => rank(b) - rank(a));
}
