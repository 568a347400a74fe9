import { inLog, printedByHost } from '../rules/machine.ts';
import type { Reason } from './reason.ts';

/** Ends of a guest's access that are no error of the lookup. */
export const ABORT: readonly Reason[] = [
  {
    id: 'run-no-syndrome',
    title:
      'The guest touched an address without a memslot, or wrote to a read-only one, with an instruction that leaves no syndrome (ISV 0): pairs, SIMD, writeback. KVM cannot emulate it: ENOSYS, or KVM_EXIT_ARM_NISV (28) where KVM_CAP_ARM_NISV_TO_USER (177) is enabled.',
    confirm:
      'Read address and syndrome from the trace point kvm:kvm_mmio_nisv, and look which slot should hold the address.',
    remedy:
      'If a slot was meant to be there, make it. Else keep the guest to single loads and stores there, or enable capability 177 and answer the exit.',
    chapter: 'syndrome',
    source: ['CODE734', 'DOC734', 'H-NVME', 'Q-VWIN177'],
    status: 'confirmed',
    since: null,
    command: 'trace-cmd record -e kvm:kvm_mmio_nisv',
  },
  {
    id: 'run-external-abort',
    title:
      'The bus refused the access (External abort, or an ECC error). The guest gets an SError, or the VMM KVM_EXIT_ARM_SEA (41) where it enabled KVM_CAP_ARM_SEA_TO_USER (245). It is never an EFAULT, and nothing about cacheability.',
    confirm:
      'Look at the device behind the address: its power domain, its clock, whether it decodes its BAR; and at the log of the host for memory errors.',
    remedy:
      'Keep clock and power of the device on while the guest has it; replace memory that reports errors.',
    chapter: 'abort',
    source: ['CODE734', 'DOC734', 'ARCH734', 'Q-PXVIRT130'],
    status: 'confirmed',
    since: null,
    command: 'dmesg | grep -iE "hardware error|SError|AER"',
    excludes: inLog(printedByHost),
  },
  {
    id: 'run-size',
    title:
      'The guest used a guest physical address (IPA) beyond the address space: beyond that of the host it gets an abort with status 0, an address size fault, beyond that of the VM an External abort. KVM_RUN does not fail.',
    confirm:
      'Look which guest physical address it was: for such a fault Linux in the guest prints it as the virtual address. Compare it with the IPA size of the VM.',
    remedy:
      'Keep the guest within its address space, or ask for more bits in KVM_CREATE_VM, up to what KVM_CAP_ARM_VM_IPA_SIZE (165) answers.',
    chapter: 'size',
    source: ['CODE734', 'ARCH734'],
    status: 'confirmed',
    since: null,
    excludes: inLog(printedByHost),
  },
];
