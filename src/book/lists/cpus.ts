import { z } from 'astro/zod';
import { STATUSES } from '../page/claims.ts';
import { readEntries, type ListKind } from './entries.ts';
import type { Problem } from '../problems.ts';
import { unknownSource } from './unknown-source.ts';

/** A feature bit of every CPU of a host: 0, 1, or null where nobody has read it. */
const bit = z
  .union([z.literal(0), z.literal(1)])
  .nullable()
  .meta({ description: '0, 1, or null where it is not known', examples: ['1'] });

/** One entry of `content/data/cpus.json`. */
const cpu = z.strictObject({
  /** The core, or the product with its core. */
  cpu: z
    .string()
    .min(1)
    .meta({ description: 'the name of a CPU', examples: ['"Arm Neoverse V1"'] }),
  /** MIDR_EL1, where it is known. */
  midr: z
    .string()
    .regex(/^0x[0-9a-f]{8}$/)
    .optional()
    .meta({
      description: '0x and eight hexadecimal digits, or no such field',
      examples: ['"0x411fd402"'],
    }),
  /** FEAT_S2FWB, ID_AA64MMFR2_EL1.FWB. */
  fwb: bit,
  /** The raw bit CTR_EL0.IDC. */
  idc: bit,
  /** CTR_EL0.DIC. */
  dic: bit,
  /** What the bits were read from. */
  evidence: z
    .string()
    .min(1)
    .meta({ description: 'what the bits were read from', examples: ['"FreeBSD review"'] }),
  /** Ids from the source list. */
  source: z
    .array(z.string())
    .min(1)
    .meta({ description: 'a list of source ids', examples: ['["QEMU-CPU"]'] }),
  status: z
    .enum(STATUSES)
    .meta({ description: `one of ${STATUSES.join(', ')}`, examples: ['"inferred"'] }),
});

export type Cpu = z.output<typeof cpu>;

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
