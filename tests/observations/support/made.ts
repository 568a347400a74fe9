import type { Recorded, RecordedCase } from '../../../src/observations/schema.ts';

/*
 * Runs made by hand, to try the comparison on. What they say is what the facts give as known of
 * 7.3.4 and 6.12.95: a cacheable VM_PFNMAP mapping of memory outside the linear map.
 */

/** ID_AA64MMFR2_EL1 with FWB, CTR_EL0 with IDC and DIC: bits 43:40, 28, 29. */
const MMFR2 = { fwb: '0x0000010000000000', none: '0x0000000000000000' };
const CTR = { both: '0x00000000b444c004', none: '0x000000008444c004' };

const PFNMAP: RecordedCase['vma'] = {
  by: 'remap',
  memory: 'hole',
  pgprot: 'cacheable',
  entry: null,
  frames: 'consecutive',
  size: '4K',
  flags: ['VM_PFNMAP', 'VM_IO', 'VM_READ', 'VM_WRITE', 'VM_SHARED'],
  attrIndx: 0,
  errno: null,
};

const CASE: RecordedCase = {
  id: 'pfnmap-hole-remap-cacheable-load',
  vma: PFNMAP,
  second: null,
  slot: { flags: [], errno: null },
  // oxlint-disable-next-line unicorn/no-thenable -- the protocol calls it so, and nothing awaits a case
  then: null,
  guest: { op: 'load', mmu: true, at: 'first' },
  run: { ioctl: null, exit: 'KVM_EXIT_MMIO', value: '0x1', detail: { at: 'doorbell' } },
  map: [{ ipa: '0x80000000', size: 4096, prot: ['R', 'W', 'X'], raw: '0x7', errno: null }],
  relax: [],
  maintenance: [],
  leaf: {
    descriptor: '0x00000000700007db',
    level: 3,
    memAttr: 6,
    sh: 3,
    s2ap: 3,
    xn: 0,
    from: 'VTTBR_EL2',
  },
  frames: { mapped: 1, other: 0 },
  host: { descriptor: '0xe8000070000fc3', level: 3, attrIndx: 0, mair: '0xff', par: '0xff' },
};

const RUN: Recorded = {
  protocol: 2,
  kernel: {
    release: '7.3.4+deb13-arm64',
    version: '7.3.4',
    package: 'linux-image-7.3.4+deb13-arm64-unsigned',
    packageVersion: '7.3.4-1~bpo13+1',
    suite: 'trixie-backports',
  },
  qemu: { version: '10.0.2', packageVersion: '1:10.0.2+ds-2' },
  cpu: 'neoverse-v1',
  mode: 'VHE',
  missingProbes: [],
  date: '2026-11-23',
  registers: { midr: '0x411fd402', ctr: CTR.both, mmfr2: MMFR2.fwb, clidr: '0xa000023' },
  capability: { kvm: { value: null, errno: 'EINVAL' }, vm: { value: 1, errno: null } },
  cases: [CASE],
};

/** 7.3.4 with FWB and DIC: capability 1, memslot accepted, MemAttr 6. */
export const withBoth: Recorded = RUN;

/** 7.3.4 with neither: capability 0, memslot EINVAL. */
export const withNeither: Recorded = {
  ...RUN,
  cpu: 'neoverse-n1',
  registers: { ...RUN.registers, ctr: CTR.none, mmfr2: MMFR2.none },
  capability: { kvm: { value: null, errno: 'EINVAL' }, vm: { value: 0, errno: null } },
  cases: [
    { ...CASE, slot: { flags: [], errno: 'EINVAL' }, run: null, map: [], leaf: null, frames: null },
  ],
};

/** 6.12.95, any CPU: memslot accepted, MemAttr 1. */
export const before: Recorded = {
  ...RUN,
  kernel: { ...RUN.kernel, release: '6.12.95+deb12-arm64', version: '6.12.95' },
  capability: { kvm: { value: 0, errno: null }, vm: { value: 0, errno: null } },
  cases: [
    {
      ...CASE,
      map: [{ ipa: '0x80000000', size: 4096, prot: ['R', 'W', 'DEVICE'], raw: '0xb', errno: null }],
      leaf: {
        descriptor: '0x00400000700007c7',
        level: 3,
        memAttr: 1,
        sh: 3,
        s2ap: 3,
        xn: 2,
        from: 'VTTBR_EL2',
      },
    },
  ],
};

/** A run whose only case is changed. */
export function changed(run: Recorded, change: (one: RecordedCase) => RecordedCase): Recorded {
  return { ...run, cases: run.cases.map(change) };
}
