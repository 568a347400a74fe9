import { z } from 'astro/zod';
import { GUEST_OPS, MADE_BY, MEMORIES, MODES, PGPROTS, PROTOCOL, SLOT_FLAGS } from './protocol.ts';

const word = (description: string) => z.string().min(1).describe(description);

const hex = z
  .string()
  .regex(/^0x[0-9a-f]+$/)
  .describe('0x and small hexadecimal digits');

const count = z.number().int().nonnegative().describe('a whole number');

const upTo = (max: number) => z.number().int().min(0).max(max).describe(`0 to ${max}`);

const errno = z
  .string()
  .regex(/^E[A-Z0-9]+$/)
  .nullable()
  .describe('the name of an error, or null');

const oneOf = <const T extends readonly [string, ...string[]]>(names: T) =>
  z.enum(names).describe(`one of ${names.join(', ')}`);

const slotFlags = z.array(z.enum(SLOT_FLAGS)).describe(`a list of ${SLOT_FLAGS.join(', ')}`);

const vma = z
  .strictObject({
    by: oneOf(MADE_BY),
    memory: oneOf(MEMORIES),
    pgprot: oneOf(PGPROTS).nullable(),
    entry: oneOf(PGPROTS).nullable(),
    frames: oneOf(['consecutive', 'repeated']),
    size: oneOf(['4K', '2M']),
    flags: z.array(z.string().regex(/^VM_[A-Z_]+$/)).describe('a list of names of VMA flags'),
    attrIndx: upTo(7).nullable(),
    errno,
  })
  .describe('a VMA');

/** A list, which may be empty. */
const listOf = <T extends z.ZodType>(item: T, many: string) =>
  z.array(item).describe(`a list of ${many}`);

const relax = z.strictObject({
  ipa: hex,
  prot: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/)).describe('a list of names of prot bits'),
  raw: hex,
  errno,
});
const map = relax.extend({ size: count });

const leaf = z.strictObject({
  descriptor: hex,
  level: upTo(3),
  memAttr: upTo(15),
  sh: upTo(3),
  s2ap: upTo(3),
  xn: upTo(3),
  from: oneOf(['VTTBR_EL2', 'kvm_pgtable']),
  other: hex.optional(),
});

const frames = z
  .strictObject({ mapped: count, other: count })
  .describe('pages mapped at both stages, and those of another frame');

const host = z
  .strictObject({
    descriptor: hex,
    level: upTo(3),
    attrIndx: upTo(7),
    mair: hex,
    par: hex.nullable(),
  })
  .describe("the host's own entry");

const stop = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('doorbell') }),
  z.strictObject({ at: z.literal('region'), gpa: hex, write: z.boolean() }),
  z.strictObject({ at: z.literal('exception'), esr: hex, far: hex }),
]);

/** One case as it was recorded. */
const caseSeen = z.strictObject({
  id: z
    .string()
    .regex(/^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/)
    .describe('words joined by hyphens'),
  vma,
  second: vma.nullable(),
  slot: z
    .strictObject({ flags: slotFlags, errno })
    .describe('flags and errno of the slot')
    .nullable(),
  // oxlint-disable-next-line unicorn/no-thenable -- the protocol calls it so, and nothing awaits a case
  then: z
    .strictObject({
      move: oneOf(['flags', 'replace']),
      flags: slotFlags.optional(),
      vma: vma.nullable().optional(),
      errno,
    })
    .nullable(),
  guest: z
    .strictObject({ op: oneOf(GUEST_OPS), mmu: z.boolean(), at: oneOf(['first', 'second']) })
    .nullable(),
  run: z
    .strictObject({
      ioctl: errno,
      exit: word('the name of an exit').nullable(),
      value: hex.nullable(),
      detail: stop.nullable(),
    })
    .nullable(),
  map: listOf(map, 'map calls'),
  relax: listOf(relax, 'calls of relax_perms'),
  maintenance: listOf(
    z.strictObject({ on: oneOf(['dcache', 'icache']), bytes: count }),
    'calls of maintenance helpers',
  ),
  leaf: leaf.nullable(),
  frames: frames.nullable(),
  host: host.nullable(),
});

const capability = z.strictObject({ value: z.number().int().nullable(), errno });

/** A recorded run: one kernel on one CPU, in one mode. */
export const recorded = z.strictObject({
  protocol: z.literal(PROTOCOL).describe(`${PROTOCOL}`),
  kernel: z
    .strictObject({
      release: word('uname -r'),
      version: z
        .string()
        .regex(/^\d+\.\d+(\.\d+)?$/)
        .describe('a version of Linux'),
      package: word('the name of a package'),
      packageVersion: word('the version of a package'),
      suite: word('a suite of Debian'),
    })
    .describe('the kernel that ran'),
  qemu: z
    .strictObject({
      version: word('the version of QEMU'),
      packageVersion: word('the version of a package'),
    })
    .describe('the QEMU that ran it'),
  driver: z
    .strictObject({
      name: word('the name of a driver'),
      vendor: hex,
      device: hex,
      package: word('the name of a package'),
      packageVersion: word('the version of a package'),
    })
    .optional()
    .describe('the driver whose memory was asked about, and its card'),
  cpu: word('a CPU model of QEMU'),
  mode: oneOf(MODES),
  missingProbes: z
    .array(z.strictObject({ on: z.string().min(1), errno: z.string().min(1) }))
    .describe('a list of functions that were not watched'),
  date: z.iso.date().describe('a date as YYYY-MM-DD'),
  registers: z
    .strictObject({ midr: hex, ctr: hex, mmfr2: hex, clidr: hex })
    .describe('raw registers'),
  capability: z.strictObject({ kvm: capability, vm: capability }).describe('the answers to 243'),
  cases: z.array(caseSeen).min(1).describe('a list of cases'),
});

export type Recorded = z.output<typeof recorded>;
export type RecordedCase = Recorded['cases'][number];
