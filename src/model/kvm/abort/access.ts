import type { GuestAbortQuery } from './input.ts';

/**
 * `kvm_is_write_fault()`: on a walk of the guest's own table only a permission fault counts as a
 * write, whatever the walk was for; else page tables in a read-only slot could not be walked. A
 * cache maintenance instruction has WnR set. Source: CODE734.
 */
export function isWriteFault(q: GuestAbortQuery): boolean {
  if (q.stage1Walk) return q.faultStatus === 'permission';
  return q.access === 'write' || (q.cacheInstruction && q.access === 'read');
}

/** The access as a handler of pages sees it: a walk reads or writes, and never fetches. */
export function accessOf(q: GuestAbortQuery): GuestAbortQuery['access'] {
  if (isWriteFault(q)) return 'write';
  return q.stage1Walk ? 'read' : q.access;
}
