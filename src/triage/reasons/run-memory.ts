import { plainSlots } from '../rules/guest-memfd.ts';
import { beforeLookup, ranBefore } from '../rules/run-lines.ts';
import {
  lacksFeature,
  mteOff,
  mteOn,
  noGuestMemfd,
  noSeries,
  notProtected,
  ofProtectedVm,
  readsWork,
  supportsCacheable,
  withFlag,
  without,
} from '../rules/shared.ts';
import { anyOf, type Family, type Rule } from './reason.ts';

/** Drivers whose pages are RAM, which KVM maps cacheable on any host (DRM734). */
const SHMEM = /asahi|panfrost|panthor|\blima\b|\bv3d\b|\bvgem\b|powervr|pvr_drm/i;

const ofRam: Rule = (s) => {
  for (const key of ['device', 'kernel'] as const) {
    const known = s.get(key);
    if (known && SHMEM.test(known.value))
      return s.because(key, `${known.value}: a GEM shmem driver, whose pages are RAM`);
  }
  return null;
};

const onPkvm: Rule = (s) => s.where('pkvm', '1', 'the host runs pKVM');

/** KVM_RUN ended with an error over the memory it found, or over the VM itself. */
export const RUN_MEMORY: Family = {
  'run-cacheable': {
    excludes: anyOf(
      noSeries,
      supportsCacheable,
      without('VM_PFNMAP', 'VM_MIXEDMAP'),
      readsWork,
      ofRam,
      beforeLookup,
      ofProtectedVm,
    ),
    hints: lacksFeature,
  },
  'run-mte': {
    excludes: anyOf(mteOff, withFlag('VM_MTE'), readsWork, beforeLookup, ofProtectedVm),
    hints: mteOn,
  },
  'run-gmem': {
    proves: (s) =>
      s.where('exit', 'KVM_EXIT_MEMORY_FAULT', 'exit 39, which only a slot of guest_memfd leaves'),
    excludes: anyOf(
      plainSlots,
      noGuestMemfd,
      withFlag('VM_PFNMAP', 'VM_IO', 'VM_MIXEDMAP'),
      readsWork,
      beforeLookup,
      ofProtectedVm,
    ),
  },
  'run-pin': {
    excludes: anyOf(notProtected, readsWork, beforeLookup),
    hints: anyOf((s) => s.where('protectedVm', '1', 'the VM is a protected one'), onPkvm),
  },
  'run-pkvm': { excludes: (s) => s.where('pkvm', '0', 'the host runs no pKVM'), hints: onPkvm },
  'run-vcpu': { excludes: ranBefore },
};
