import { KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED } from '../../model/index.ts';

/** The number of the capability that the site is about. */
export const CACHEABLE = String(KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED);
