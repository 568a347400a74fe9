import { ground } from '../case/ground.ts';
import type { Situation } from '../case/situation.ts';
import { guestsLog, inLog, printedByGuest, printedByHost } from '../rules/machine.ts';
import { knowsNumber } from '../rules/shared.ts';
import { anyOf, type Reason, type Rule } from './reason.ts';

const mapsCacheable: Rule = (s) => {
  const vendor = s.answers.vm?.answer === '1';
  return s.kernel?.hasSeries || vendor || s.answers.kvm?.answer === 'EINVAL'
    ? knowsNumber(s)
    : null;
};

const wordsOfRing: Rule = (s) => {
  const ring = s.book.incidents.findLast(({ kind }) => kind === 'ring');
  return ring
    ? { line: ring.line, words: 'one side of the ring reads what the other did not write' }
    : null;
};

/** What to look at where memory could not be mapped for DMA. */
const OF_BAR = {
  confirm:
    'Look whether the range is a BAR: then only peer-to-peer DMA (P2P) to it is lost, and QEMU goes on with a warning.',
  remedy:
    'Ignore the warning, or switch peer-to-peer DMA off (cloud-hypervisor: vfio_p2p_dma=off); newer kernels take a dma-buf.',
};
/** The same where the error says that it is no BAR, or need not be one. */
const MAP_REFUSED: Readonly<Record<string, typeof OF_BAR>> = {
  ENOMEM: {
    confirm:
      'Compare the limit of locked memory with the RAM of the guest, all of which is pinned: ulimit -l of the VMM, or of its container.',
    remedy: 'Raise the limit (LimitMEMLOCK, ulimit -l), or give the guest less RAM.',
  },
  EINVAL: {
    confirm:
      'Look whether address and size are multiples of the page size of the IOMMU, and whether the address lies in what it can map: /sys/kernel/iommu_groups/N/reserved_regions. A BAR high above RAM may lie beyond its width.',
    remedy:
      'For a BAR ignore the warning: only peer-to-peer DMA (P2P) to it is lost. For RAM keep the addresses of the guest within what the IOMMU maps.',
  },
};

/** A copy that a debugger names where the signal came: copies are what meets memory unaligned. */
const inCopy: Rule = (s) => {
  const { line } = s.complaint;
  if (s.complaint.of !== 'signal' || line === null) return null;
  const at = s.book.lines.raw
    .slice(line - 1, line + 4)
    .findIndex((text) => /\bmem(?:cpy|move|set)|__memcpy/.test(text));
  return at < 0 ? null : ground(line + at, 'a copy, as may be unaligned, was interrupted');
};

/** Where KVM gave no error, or was not asked. */
export const ELSEWHERE: readonly Reason[] = [
  {
    id: 'ordinary-fault',
    title:
      'A translation, permission or access-flag fault. KVM resolves such a fault of a guest in the ordinary way: by itself it is no error.',
    confirm:
      'Look which slot holds the guest physical address; without one the access is emulated as MMIO.',
    remedy: 'If something failed beside it, find the call that failed and its error.',
    chapter: 'fault',
    source: ['ARM-ARM', 'CODE734'],
    status: 'confirmed',
    since: null,
  },
  {
    id: 'silent-device',
    title:
      'Up to 6.16 KVM maps a cacheable VM_PFNMAP mapping of frames outside RAM as Device-nGnRE, without an error. Unaligned accesses and atomics fail then, and reads around the cache can be stale.',
    confirm: 'Ask capability 243 on the VM and on /dev/kvm: two zeros are the old rules.',
    remedy:
      'Use 6.17 or later, or a kernel with the five commits of the series, on a host with FWB and DIC.',
    chapter: 'quiet',
    source: ['C1', 'CODE617', 'NVG734', 'LAB-612', 'G-NVK157'],
    status: 'confirmed',
    since: null,
    until: '6.16',
    command: 'uname -r',
    excludes: mapsCacheable,
    hints: (s) =>
      s.kernel?.beforeSeries
        ? s.because('kernel', `${s.kernel.name} follows the rules up to 6.16`)
        : null,
  },
  {
    id: 'guest-ring-uncached',
    title:
      'The guest maps shared memory Non-cacheable or Device while the VMM uses it through the cache. Without FWB the weaker type of the two stages counts, so one side reads stale memory; with FWB stage 2 forces Write-Back and hides it.',
    confirm:
      'Look whether the device is marked coherent: dma-coherent in the device tree, _CCA 1 in ACPI.',
    remedy:
      'Mark the device dma-coherent (ACPI: _CCA 1), or have the guest map the ring cacheable.',
    chapter: 'rings',
    source: ['Q-FC5536', 'Q-FC5538', 'Q-SDDF753', 'Q-VWIN477', 'ARM-ARM'],
    status: 'confirmed',
    since: null,
    command: 'find /proc/device-tree/ -name dma-coherent',
    excludes: (s) =>
      s.where('fwb', '1', 'the host has FWB, which forces Write-Back') ??
      (s.complaint.of === 'quiet' && s.get('device')
        ? s.because('device', 'the complaint is about a device, not about a ring of the VMM')
        : null),
    hints: wordsOfRing,
  },
  {
    id: 'guest-own-device',
    title:
      "The guest's own stage 1 says Device (ioremap), and the access was unaligned. The fault is taken in the guest itself, to EL1; had stage 2 alone been Device, it would have gone to EL2.",
    confirm:
      'Look how the driver or the program in the guest maps the range: ioremap is Device, ioremap_wc is Normal-NC.',
    remedy:
      'Use memcpy_toio and memcpy_fromio, aligned accesses, or ioremap_wc where the device is safe.',
    chapter: 'own',
    source: ['ARM-ARM', 'CODE734'],
    status: 'inferred',
    since: null,
    hints: inCopy,
    excludes: (s) =>
      inLog(printedByHost)(s) ??
      (s.complaint.of === 'quiet' && s.get('device')
        ? s.because('device', 'the host gives this memory its type')
        : null),
  },
  {
    id: 'not-kvm-iommu-map',
    title:
      'The memory could not be mapped for DMA of a device: iommufd and VFIO pin pages by GUP, which refuses VM_PFNMAP with EFAULT, so a BAR cannot be mapped. KVM is not involved.',
    confirm: (s) => MAP_REFUSED[s.get('errno')?.value ?? '']?.confirm ?? OF_BAR.confirm,
    remedy: (s) => MAP_REFUSED[s.get('errno')?.value ?? '']?.remedy ?? OF_BAR.remedy,
    chapter: 'dma',
    source: ['Q-CH8895', 'Q-CH7981', 'Q-KATA12549', 'MM734'],
    status: 'confirmed',
    since: null,
    command: (s) =>
      s.is('errno', 'ENOMEM') ? "grep 'Max locked' /proc/PID/limits" : 'lspci -v -s ADDRESS',
  },
  {
    id: 'not-kvm-vfio-bind',
    title:
      'The device could not be given to VFIO: it is in no IOMMU group, because no IOMMU stands before it, or the probe failed, or its firmware asks for a 1:1 mapping. KVM was not asked.',
    confirm:
      'Look for its group: ls -l /sys/bus/pci/devices/ADDRESS/iommu_group; and for the IOMMU in the boot log.',
    remedy:
      "Enable the IOMMU (SMMU) in firmware and kernel; without one VFIO cannot isolate the device. One whose firmware asks for a 1:1 mapping is the vendor's to let go.",
    chapter: 'dma',
    source: ['VFIO734'],
    status: 'inferred',
    since: null,
    command: 'ls -l /sys/bus/pci/devices/ADDRESS/iommu_group',
  },
  {
    id: 'not-kvm-sigbus',
    title:
      'The VMM itself touched memory that was revoked or is poisoned: BUS_ADRERR where vfio-pci took the BAR away, because the guest cleared memory decoding in PCI_COMMAND or the device was reset; BUS_MCEERR_AR or BUS_MCEERR_AO for poison. KVM_RUN did not fail.',
    confirm:
      'Look which mapping holds si_addr in /proc/PID/maps, and what the guest wrote to PCI_COMMAND last.',
    remedy:
      'Have the VMM handle a revoked BAR as an access that no device answers; for poison follow the memory error in the log of the host.',
    chapter: 'signal',
    source: ['Q-EVE6171', 'VFIO734'],
    status: 'inferred',
    since: null,
    command: 'cat /proc/PID/maps',
  },
  {
    id: 'not-kvm-driver',
    title:
      "The host's own access failed, of a driver or a program: an unaligned memcpy to memory that the driver maps Device, or a device whose clock or power is off. No VM is involved.",
    confirm:
      'Look at the function in the line "pc", and how the driver maps the range: align the copies, or check clock and power domain of the device.',
    remedy:
      'Copy aligned (memcpy_toio, single registers), or switch clock and power domain of the device on.',
    chapter: 'own',
    source: ['Q-LUWEN98', 'Q-PXVIRT130', 'ARCH734'],
    status: 'inferred',
    since: null,
    command: "dmesg | grep -E 'pc :|Internal error'",
    hints: inCopy,
    excludes: inLog(anyOf(printedByGuest, guestsLog)),
  },
  {
    id: 'decode-only',
    title:
      'A number without a complaint: the notes say what it means, field by field, as MemAttr of a descriptor or the class of a syndrome.',
    confirm: (s: Situation) =>
      s.get('leaf')
        ? 'Say what failed, if something did: the call and its error. An unaligned access to a Device leaf ends in EFAULT.'
        : 'Say what failed, if something did: the call and its error.',
    remedy: 'Nothing is to be mended.',
    chapter: 'translations',
    source: ['ARM-ARM'],
    status: 'confirmed',
    since: null,
  },
];
