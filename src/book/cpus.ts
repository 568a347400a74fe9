import { cpu, type Cpu } from './cpu.ts';
import { readEntries, type ListKind } from './entries.ts';
import type { Problem } from './problems.ts';
import { unknownSource } from './unknown-source.ts';

export interface Cpus {
  /** Entries that are in order, in the order of the file. */
  cpus: readonly Cpu[];
  problems: Problem[];
}

const KIND = {
  name: 'cpus',
  schema: cpu,
  one: 'CPU',
  many: 'CPUs',
  key: 'cpu',
  numbered: false,
  optional: true,
  syntax: 'cpu-syntax',
  field: 'cpu-field',
} as const satisfies ListKind<typeof cpu>;

/** Reads and checks the list of CPUs; a content folder without the file has none. */
export function readCpus(content: string, sources: ReadonlySet<string>): Cpus {
  const { entries, problems } = readEntries(content, KIND);
  const cpus: Cpu[] = [];
  const first = new Map<string, number>();
  for (const { value, id, file, lineOf } of entries) {
    if (value === null) continue;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, lineOf('cpu'));
    else problems.push(taken({ file, line: lineOf('cpu'), id }, earlier));
    const unknown = value.source.filter((one) => !sources.has(one));
    const at = { code: 'cpu-source', file, line: lineOf('source'), id } as const;
    problems.push(...unknown.map((one) => unknownSource(at, one, sources)));
    if (earlier === undefined && unknown.length === 0) cpus.push(value);
  }
  return { cpus, problems };
}

function taken(at: Pick<Problem, 'file' | 'line'> & { id: string }, earlier: number): Problem {
  return {
    ...at,
    code: 'cpu-field',
    received: `a second entry for ${at.id}`,
    expected: `each CPU once; line ${earlier} has this one`,
    remedy: 'Join the two, or name what tells them apart.',
  };
}
