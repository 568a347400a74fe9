import { nameCode } from '../show/name-code.ts';
import type { HNode } from '../show/node.ts';

/** Names of the kernel, and what one types. */
const CODE =
  /(\b(?:KVM|VM|VFIO|IOMMU|CTR|ID|ESR|HPFAR|FAR|PCI|BUS)_[A-Za-z0-9_]+|\/(?:proc|dev|sys)\/[\w/]+|dmesg \| grep '[^']+'|strace -f -e trace=ioctl|getconf PAGESIZE|kvm-arm\.mode=\w+|\b[a-z]+_[a-z_]+\b)/;

/** prose sets names and commands of a sentence in code type. */
export const prose = (text: string): HNode[] =>
  text.split(CODE).map((part, i) => (i % 2 === 1 ? nameCode(part) : part));
