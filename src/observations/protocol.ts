/*
 * What the program in the machine prints: one JSON object a line, behind `@lab `. Version 2.
 * Everything that a case did not do is null or an empty list.
 */

/** Version of the protocol; a log of another version is refused. */
export const PROTOCOL = 2;

/** How the kernel runs KVM. */
export const MODES = ['VHE', 'nVHE', 'protected'] as const;
export type Mode = (typeof MODES)[number];

/** Raw registers as the module reads them on the CPU, as 0x and hexadecimal digits. */
export interface Registers {
  /** MIDR_EL1. */
  readonly midr: string;
  /** CTR_EL0. */
  readonly ctr: string;
  /** ID_AA64MMFR2_EL1. */
  readonly mmfr2: string;
  /** CLIDR_EL1. */
  readonly clidr: string;
}

/** The first line: which kernel runs on which CPU. */
export interface BootLine extends Registers {
  readonly is: 'boot';
  readonly protocol: number;
  /** `uname -r`. */
  readonly release: string;
  readonly mode: Mode;
  /** Functions that could not be watched: ENOENT where the kernel has none of that name. */
  readonly missingProbes: readonly MissingProbe[];
}

export interface MissingProbe {
  readonly on: string;
  readonly errno: string;
}

/** The driver and its card, where the run asks about the memory of a driver of the kernel. */
export interface DriverLine {
  readonly is: 'driver';
  /** Name of the driver. */
  readonly name: string;
  /** PCI numbers of the card, as 0x and hexadecimal digits. */
  readonly vendor: string;
  readonly device: string;
}

/** An answer of KVM_CHECK_EXTENSION: a value, or the name of an error. */
export interface CapabilityLine {
  readonly is: 'capability';
  readonly number: number;
  readonly on: 'kvm' | 'vm';
  readonly value: number | null;
  readonly errno?: string | null;
}

/**
 * How a VMA is made: remap_pfn_range() at mmap, vmf_insert_*() at the fault, vm_insert_page() at mmap,
 * anonymous memory. A memfd or a file of a device is what the program has without the module.
 */
export const MADE_BY = ['remap', 'fault', 'page', 'anonymous', 'memfd', 'device'] as const;
/** What lies behind it: memory outside the kernel's map, ordinary RAM, anonymous memory. */
export const MEMORIES = ['hole', 'ram', 'anonymous', 'device'] as const;
export const PGPROTS = ['cacheable', 'writecombine', 'nGnRE', 'nGnRnE'] as const;

/** A VMA as the case makes it, and as the module reads it. */
export interface VmaSeen {
  readonly by: (typeof MADE_BY)[number];
  readonly memory: (typeof MEMORIES)[number];
  /** Null where it is not known: a file of a device, without the module. */
  readonly pgprot: (typeof PGPROTS)[number] | null;
  /** With which type the fault handler makes entries, where it is not that of the VMA. */
  readonly entry: (typeof PGPROTS)[number] | null;
  /** Repeated: the second half of the VMA shows the frames of the first half once more. */
  readonly frames: 'consecutive' | 'repeated';
  /** 2M: 2 MiB long and aligned to that, as a block where the driver can; 4K: 64 KiB, not aligned. */
  readonly size: '4K' | '2M';
  /** Names of the flags that matter to KVM, as the module reads them from `vma->vm_flags`. */
  readonly flags: readonly string[];
  /** AttrIndx of `vm_page_prot`; null without the module. */
  readonly attrIndx: number | null;
  /** Errno of mmap(). */
  readonly errno: string | null;
}

/** Two kinds of flags of a memslot. */
export const SLOT_FLAGS = ['KVM_MEM_LOG_DIRTY_PAGES', 'KVM_MEM_READONLY'] as const;
export type SlotFlag = (typeof SLOT_FLAGS)[number];

/** What was done after the slot was made, before the guest ran. */
export interface ThenSeen {
  readonly move: 'flags' | 'replace';
  readonly flags?: readonly SlotFlag[];
  readonly vma?: VmaSeen | null;
  readonly errno: string | null;
}

/**
 * What the guest does at the address. Of two accesses the second meets what the first one mapped.
 */
export const GUEST_OPS = [
  'load',
  'store',
  'execute',
  'unaligned-load',
  'dc-zva',
  'exclusives',
  'load-store',
  'load-execute',
] as const;
export type GuestOp = (typeof GUEST_OPS)[number];

/** What the guest does, with its MMU on or off, and in which VMA where there are two. */
export interface GuestSeen {
  readonly op: GuestOp;
  readonly mmu: boolean;
  readonly at: 'first' | 'second';
}

/** How KVM_RUN came back. */
export interface RunSeen {
  /** Errno of KVM_RUN. */
  readonly ioctl: string | null;
  /** Name of the exit reason. */
  readonly exit: string | null;
  /** What the guest loaded, where it did. */
  readonly value: string | null;
  /** Where the guest stopped; null where KVM_RUN failed. */
  readonly detail: StopSeen | null;
}

/** The guest has finished, has left through the tested range, or has taken an exception at EL1. */
export type StopSeen =
  | { readonly at: 'doorbell' }
  | { readonly at: 'region'; readonly gpa: string; readonly write: boolean }
  | { readonly at: 'exception'; readonly esr: string; readonly far: string };

/** A call of the stage-2 map function for the tested range. */
export interface MapSeen {
  readonly ipa: string;
  /** Bytes. */
  readonly size: number;
  /** Names of the bits of `enum kvm_pgtable_prot`: R, W, X (UX, PX), DEVICE, NORMAL_NC. */
  readonly prot: readonly string[];
  readonly raw: string;
  /** Errno that the function returned. */
  readonly errno: string | null;
}

/** A call of kvm_pgtable_stage2_relax_perms for the tested range. */
export type RelaxSeen = Omit<MapSeen, 'size'>;

/**
 * A call of a cache-maintenance helper for the tested pages that goes on to instructions; 0 bytes: the
 * whole instruction cache.
 */
export interface MaintenanceSeen {
  readonly on: 'dcache' | 'icache';
  readonly bytes: number;
}

/** The stage-2 leaf after the run. */
export interface LeafSeen {
  readonly descriptor: string;
  readonly level: number;
  readonly memAttr: number;
  readonly sh: number;
  readonly s2ap: number;
  /** Bits [54:53]. */
  readonly xn: number;
  /** Where the table was found; under VHE by both ways. */
  readonly from: 'VTTBR_EL2' | 'kvm_pgtable';
  /** The descriptor of the other way, should the two differ. */
  readonly other?: string;
}

/** Pages of the slot that have both a stage-2 leaf and an entry of the host. */
export interface FramesSeen {
  readonly mapped: number;
  /** Of these, pages whose leaf leads to another frame than the host's entry. */
  readonly other: number;
}

/** The host's own entry for the tested page, read after the run. */
export interface HostSeen {
  readonly descriptor: string;
  readonly level: number;
  /** Bits [4:2] of the descriptor. */
  readonly attrIndx: number;
  /** The byte of MAIR_EL1 that AttrIndx picks; under VHE that of EL2. */
  readonly mair: string;
  /** Bits [63:56] of PAR_EL1 after AT S1E0R on the address; null where that was aborted. */
  readonly par: string | null;
}

/** One case: what it is, what was done, and what was seen. */
export interface CaseSeen {
  /** Words joined by hyphens, the same on every kernel and CPU. */
  readonly id: string;
  readonly vma: VmaSeen;
  /** The second VMA under the slot, where there are two. */
  readonly second: VmaSeen | null;
  /** The KVM_SET_USER_MEMORY_REGION that makes the slot; null where mmap() failed. */
  readonly slot: { readonly flags: readonly SlotFlag[]; readonly errno: string | null } | null;
  readonly then: ThenSeen | null;
  readonly guest: GuestSeen | null;
  readonly run: RunSeen | null;
  readonly map: readonly MapSeen[];
  readonly relax: readonly RelaxSeen[];
  readonly maintenance: readonly MaintenanceSeen[];
  readonly leaf: LeafSeen | null;
  readonly frames: FramesSeen | null;
  readonly host: HostSeen | null;
}

export interface CaseLine extends CaseSeen {
  readonly is: 'case';
}

/** The last line; a run without it is a failure. */
export interface EndLine {
  readonly is: 'end';
  readonly cases: number;
}

export type LogLine = BootLine | DriverLine | CapabilityLine | CaseLine | EndLine;
