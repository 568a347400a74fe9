import { z } from 'astro/zod';
import { STATUSES } from './claims.ts';

/** A feature bit of every CPU of a host: 0, 1, or null where nobody has read it. */
const bit = z
  .union([z.literal(0), z.literal(1)])
  .nullable()
  .meta({ description: '0, 1, or null where it is not known', examples: ['1'] });

/** One entry of `content/data/cpus.json`. */
export const cpu = z.strictObject({
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
