import { tablesOf, type MarkdownTable } from './tables.ts';

/** One limit that the bench holds, as it was measured. */
export interface Budget {
  readonly name: string;
  readonly limit: string;
  readonly measured: string;
  /** `pass`, or what the bench wrote instead. */
  readonly result: string;
}

/** A part of the bench, as its last run wrote it. */
export interface BenchPart {
  readonly id: string;
  readonly title: string;
  /** What repeats it. */
  readonly command: string;
  /** Day of the run, YYYY-MM-DD. */
  readonly date: string;
  /** Processor, memory and versions of the run. */
  readonly machine: string;
  readonly budgets: readonly Budget[];
  /** Other site builders beside this one: a table each, under its heading. */
  readonly peers: readonly (MarkdownTable & { readonly heading: string })[];
}

const PART = /^<!-- ([a-z]+) -->$/m;
const RUN = /^`(npm run bench[^`]*)`, (\d{4}-\d{2}-\d{2}): (.+)$/m;

/** benchParts reads `bench/RESULTS.md`; a part that does not say its run is left out. */
export function benchParts(text: string): BenchPart[] {
  const [, ...pieces] = text.split(PART);
  return pieces.flatMap((body, i): BenchPart[] => {
    // Names and bodies take turns.
    if (i % 2 === 0) return [];
    const run = RUN.exec(body);
    const title = /^## (.+)$/m.exec(body)?.[1];
    if (run === null || title === undefined) return [];
    const [, command = '', date = '', machine = ''] = run;
    const [first = ''] = body.split(/^### /m);
    return [
      {
        id: pieces[i - 1] ?? '',
        title,
        command,
        date,
        machine: machine.replace(/\.$/, ''),
        budgets: tablesOf(first)
          .filter(({ head }) => head[0] === 'budget')
          .flatMap(({ rows }) => rows)
          .map(([name = '', limit = '', measured = '', result = '']) => ({
            name,
            limit,
            measured,
            result,
          })),
        peers: peersOf(body),
      },
    ];
  });
}

function peersOf(body: string): BenchPart['peers'] {
  const [, ...parts] = body.split(/^### /m);
  return parts.flatMap((part) => {
    const [heading = ''] = part.split('\n');
    return tablesOf(part)
      .filter(({ head }) => head[0] === 'site')
      .map((table) => ({ ...table, heading }));
  });
}
