import type { TracedCall } from '../keys/call.ts';

/** What a memslot call asked for, as far as the text says. */
export interface SlotFields {
  readonly slot: bigint | null;
  readonly guestPhysAddr: bigint | null;
  readonly memorySize: bigint | null;
  readonly userspaceAddr: bigint | null;
  /** Names separated by blanks, `0` for none. */
  readonly flags: string | null;
  readonly guestMemfd: bigint | null;
  readonly guestMemfdOffset: bigint | null;
}

/** A call in the text. */
export interface Call {
  readonly name: TracedCall | 'munmap' | 'mmap';
  readonly line: number;
  /** Null where the text does not say how it ended. */
  readonly end: 'done' | 'failed' | null;
  readonly errno: string | null;
  /** What it returned; null where that is not said. */
  readonly ret: bigint | null;
  /** The descriptor it was made on; null outside a trace. */
  readonly fd: string | null;
  /** The name stands there as in the header, not as a program words it. */
  readonly literal: boolean;
  readonly slot: SlotFields | null;
  /** Flags of a guest_memfd file, address of a range: the first number that the call was given. */
  readonly argument: bigint | null;
  /** Length of a range. */
  readonly length: bigint | null;
}

/** An answer of KVM_CHECK_EXTENSION. */
export interface Ask {
  readonly capability: string | null;
  readonly answer: string;
  readonly fd: 'kvm' | 'vm' | null;
  readonly line: number;
}

/** A mapping of smaps. */
export interface Vma {
  readonly start: bigint | null;
  readonly end: bigint | null;
  readonly flags: readonly string[];
  readonly line: number;
}

/** The machine that printed a log. */
export interface Hardware {
  readonly guest: boolean;
  readonly name: string;
  readonly line: number;
}

/** Something that went wrong and is no call. */
export interface Incident {
  readonly kind:
    | 'fsc-line'
    | 'vma-line'
    | 'nisv'
    | 'exit'
    | 'signal'
    | 'bind'
    | 'oops'
    | 'user-fault'
    | 'serror'
    | 'ring'
    | 'vcpu'
    | 'absent'
    | 'denied'
    | 'gap';
  readonly line: number;
  readonly words: string;
}

/** A call of which only the name is known. */
export const BARE_CALL: Omit<Call, 'name' | 'line'> = {
  end: null,
  errno: null,
  ret: null,
  fd: null,
  literal: false,
  slot: null,
  argument: null,
  length: null,
};

export const NO_SLOT: SlotFields = {
  slot: null,
  guestPhysAddr: null,
  memorySize: null,
  userspaceAddr: null,
  flags: null,
  guestMemfd: null,
  guestMemfdOffset: null,
};
