/** Texts to load: what somebody might paste, in our own words. */
export const EXAMPLES: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'KVM_RUN ended with EFAULT',
    text: `$ uname -r
7.3.4
vcpu 1: ioctl(KVM_RUN): Bad address
$ dmesg | tail -2
[  812.406110] kvm [4242]: Unsupported FSC: EC=0x24 xFSC=0x21 ESR_EL2=0x92000021
[  812.406118] audit: backlog limit exceeded
$ grep -A22 dri/renderD128 /proc/4242/smaps | grep VmFlags
VmFlags: rd wr sh mr mw me ms pf io de dd`,
  },
  {
    name: 'A slot was refused with EINVAL',
    text: `open("/dev/kvm", O_RDWR|O_CLOEXEC) = 7
ioctl(7, KVM_CREATE_VM, 0x28)           = 8
ioctl(8, KVM_SET_USER_MEMORY_REGION, {slot=0, flags=0, guest_phys_addr=0x40000000, memory_size=1073741824, userspace_addr=0xffff60000000}) = 0
ioctl(8, KVM_SET_USER_MEMORY_REGION, {slot=4, flags=0, guest_phys_addr=0x8000000000, memory_size=268435456, userspace_addr=0xfffed0000000}) = -1 EINVAL (Invalid argument)
$ getconf PAGESIZE
4096
$ uname -r
6.17.8`,
  },
  {
    name: 'Capability 243 answers 0',
    text: `open("/dev/kvm", O_RDWR|O_CLOEXEC) = 3
ioctl(3, KVM_CHECK_EXTENSION, 0xf3)     = -1 EINVAL (Invalid argument)
ioctl(3, KVM_CREATE_VM, 0)              = 4
ioctl(4, KVM_CHECK_EXTENSION, 0xf3)     = 0`,
  },
  {
    name: 'A register of a fault',
    text: `ESR_EL2   = 0x92000047
HPFAR_EL2 = 0x0000000000F40000
FAR_EL2   = 0x0000_FFFF_9A2B_3018`,
  },
  {
    name: 'A device could not be mapped for DMA',
    text: `qemu-system-aarch64: warning: IOMMU_IOAS_MAP failed: Bad address, PCI BAR?
qemu-system-aarch64: vfio_container_dma_map(0xaaaad4c1b2a0, 0x8000000000, 0x10000000, 0xfffeb0000000) = -14 (Bad address)`,
  },
];
