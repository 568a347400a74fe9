import type { HvaToPfnQuery } from './input.ts';

/** The errors that stand in the place of a frame number. */
export type PfnError =
  'KVM_PFN_ERR_FAULT' | 'KVM_PFN_ERR_RO_FAULT' | 'KVM_PFN_ERR_HWPOISON' | 'KVM_PFN_ERR_SIGPENDING';

/** What a lookup found. */
export interface PfnFound {
  /** Null where there is a frame. */
  readonly pfnError: PfnError | null;
  /** The page is reported as writable; null where nobody asks. */
  readonly writable: boolean | null;
  /** A reference to a struct page is held; false for a bare frame number. */
  readonly pageReference: boolean;
  /** Calls of fixup_user_fault(), and lookups begun again because the mmap lock was dropped. */
  readonly faultInCalls: number;
  readonly retries: number;
}

/** An error; a guest that asked whether the page is writable hears no. */
export function failed(q: HvaToPfnQuery, pfnError: PfnError, calls = 0, retries = 0): PfnFound {
  return { ...found(q, false), pfnError, faultInCalls: calls, retries };
}

/** A bare frame number. */
export function found({ purpose }: HvaToPfnQuery, writable: boolean): PfnFound {
  const asked = purpose === 'guest';
  return {
    pfnError: null,
    writable: asked ? writable : null,
    pageReference: false,
    faultInCalls: 0,
    retries: 0,
  };
}
