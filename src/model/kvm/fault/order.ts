import {
  classifyByPfn,
  classifyByVma,
  injectExclAtomic,
  noExecOnNoncacheable,
} from './classify.ts';
import {
  noPermissionReads,
  resolvePfn,
  topUpMemcache,
  topUpMemcacheV73,
  vmaPresent,
} from './entry.ts';
import { install } from './install.ts';
import { mteAllowed, retryIfInvalidated, sanitiseMteTags } from './late.ts';
import type { FaultRules } from './run.ts';

/** `user_mem_abort()` before the series. Source: C1. */
export const faultV616: FaultRules = {
  before: [
    noPermissionReads,
    topUpMemcache,
    vmaPresent,
    resolvePfn,
    classifyByPfn,
    noExecOnNoncacheable,
    retryIfInvalidated,
    mteAllowed,
    sanitiseMteTags,
  ],
  install,
};

/** As landed: the page follows its VMA. Source: CODE617, V10-5. */
export const faultV617: FaultRules = {
  before: [
    noPermissionReads,
    topUpMemcache,
    vmaPresent,
    resolvePfn,
    classifyByVma,
    noExecOnNoncacheable,
    retryIfInvalidated,
    mteAllowed,
    sanitiseMteTags,
  ],
  install,
};

/** The staged path of 7.3: permission reads are handled, MTE is checked before the lock. Source: CODE734. */
export const faultV73: FaultRules = {
  before: [
    topUpMemcacheV73,
    vmaPresent,
    resolvePfn,
    classifyByVma,
    noExecOnNoncacheable,
    injectExclAtomic,
    mteAllowed,
    retryIfInvalidated,
    sanitiseMteTags,
  ],
  install,
};
