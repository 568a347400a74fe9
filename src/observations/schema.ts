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

/** A VMA as the case makes it, and as the module reads it. */
const vma = z
  .strictObject({
    by: oneOf(MADE_BY),
    memory: oneOf(MEMORIES),
    /** Null where it is not known: a file of a device, without the module. */
    pgprot: oneOf(PGPROTS).nullable(),
    /** With which type the fault handler makes entries, where it is not that of the VMA. */
    entry: oneOf(PGPROTS).nullable(),
    /** Repeated: the second half of the VMA shows the frames of the first half once more. */
    frames: oneOf(['consecutive', 'repeated']),
    /** 2M: 2 MiB long and aligned to that, as a block where the driver can; 4K: 64 KiB, not aligned. */
    size: oneOf(['4K', '2M']),
    /** Names of the flags that matter to KVM, as the module reads them from `vma->vm_flags`. */
    flags: z.array(z.string().regex(/^VM_[A-Z_]+$/)).describe('a list of names of VMA flags'),
    /** AttrIndx of `vm_page_prot`; null without the module. */
    attrIndx: upTo(7).nullable(),
    /** Errno of mmap(). */
    errno,
  })
  .describe('a VMA');

/** A list, which may be empty. */
const listOf = <T extends z.ZodType>(item: T, many: string) =>
  z.array(item).describe(`a list of ${many}`);

/** A call of kvm_pgtable_stage2_relax_perms for the tested range. */
const relax = z.strictObject({
  ipa: hex,
  /** Names of the bits of `enum kvm_pgtable_prot`: R, W, X (UX, PX), DEVICE, NORMAL_NC. */
  prot: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/)).describe('a list of names of prot bits'),
  raw: hex,
  /** Errno that the function returned. */
  errno,
});
/** A call of the stage-2 map function for the tested range; `size` in bytes. */
const map = relax.extend({ size: count });

/** The stage-2 leaf after the run. */
const leaf = z.strictObject({
  descriptor: hex,
  level: upTo(3),
  memAttr: upTo(15),
  sh: upTo(3),
  s2ap: upTo(3),
  /** Bits [54:53]. */
  xn: upTo(3),
  /** Where the table was found; under VHE by both ways. */
  from: oneOf(['VTTBR_EL2', 'kvm_pgtable']),
  /** The descriptor of the other way, should the two differ. */
  other: hex.optional(),
});

/** Pages of the slot that have both a stage-2 leaf and an entry of the host. */
const frames = z
  .strictObject({
    mapped: count,
    /** Of these, pages whose leaf leads to another frame than the host's entry. */
    other: count,
  })
  .describe('pages mapped at both stages, and those of another frame');

/** The host's own entry for the tested page, read after the run. */
const host = z
  .strictObject({
    descriptor: hex,
    level: upTo(3),
    /** Bits [4:2] of the descriptor. */
    attrIndx: upTo(7),
    /** The byte of MAIR_EL1 that AttrIndx picks; under VHE that of EL2. */
    mair: hex,
    /** Bits [63:56] of PAR_EL1 after AT S1E0R on the address; null where that was aborted. */
    par: hex.nullable(),
  })
  .describe("the host's own entry");

/** The guest has finished, has left through the tested range, or has taken an exception at EL1. */
const stop = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('doorbell') }),
  z.strictObject({ at: z.literal('region'), gpa: hex, write: z.boolean() }),
  z.strictObject({ at: z.literal('exception'), esr: hex, far: hex }),
]);

/** One case: what it is, what was done, and what was seen. */
const caseSeen = z.strictObject({
  /** The same on every kernel and CPU. */
  id: z
    .string()
    .regex(/^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/)
    .describe('words joined by hyphens'),
  vma,
  /** The second VMA under the slot, where there are two. */
  second: vma.nullable(),
  /** The KVM_SET_USER_MEMORY_REGION that makes the slot; null where mmap() failed. */
  slot: z
    .strictObject({ flags: slotFlags, errno })
    .describe('flags and errno of the slot')
    .nullable(),
  /** What was done after the slot was made, before the guest ran. */
  // oxlint-disable-next-line unicorn/no-thenable -- the protocol calls it so, and nothing awaits a case
  then: z
    .strictObject({
      move: oneOf(['flags', 'replace']),
      flags: slotFlags.optional(),
      vma: vma.nullable().optional(),
      errno,
    })
    .nullable(),
  /** What the guest does, with its MMU on or off, and in which VMA where there are two. */
  guest: z
    .strictObject({ op: oneOf(GUEST_OPS), mmu: z.boolean(), at: oneOf(['first', 'second']) })
    .nullable(),
  /** How KVM_RUN came back. */
  run: z
    .strictObject({
      /** Errno of KVM_RUN. */
      ioctl: errno,
      /** Name of the exit reason. */
      exit: word('the name of an exit').nullable(),
      /** What the guest loaded, where it did. */
      value: hex.nullable(),
      /** Where the guest stopped; null where KVM_RUN failed. */
      detail: stop.nullable(),
    })
    .nullable(),
  map: listOf(map, 'map calls'),
  relax: listOf(relax, 'calls of relax_perms'),
  /** Calls that go on to instructions; 0 bytes: the whole instruction cache. */
  maintenance: listOf(
    z.strictObject({ on: oneOf(['dcache', 'icache']), bytes: count }),
    'calls of maintenance helpers',
  ),
  leaf: leaf.nullable(),
  frames: frames.nullable(),
  host: host.nullable(),
});

/** An answer of KVM_CHECK_EXTENSION: a value, or the name of an error. */
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
  /** ENOENT where the kernel has no function of that name. */
  missingProbes: z
    .array(z.strictObject({ on: z.string().min(1), errno: z.string().min(1) }))
    .describe('a list of functions that were not watched'),
  date: z.iso.date().describe('a date as YYYY-MM-DD'),
  /** MIDR_EL1, CTR_EL0, ID_AA64MMFR2_EL1 and CLIDR_EL1, as the module reads them on the CPU. */
  registers: z
    .strictObject({ midr: hex, ctr: hex, mmfr2: hex, clidr: hex })
    .describe('raw registers'),
  capability: z.strictObject({ kvm: capability, vm: capability }).describe('the answers to 243'),
  cases: z.array(caseSeen).min(1).describe('a list of cases'),
});

export type Recorded = z.output<typeof recorded>;
export type RecordedCase = Recorded['cases'][number];
