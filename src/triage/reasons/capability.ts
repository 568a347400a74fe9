import { ground } from '../case/ground.ts';
import { knowsNumber, notProtected } from '../rules/shared.ts';
import { anyOf, type Reason, type Rule } from './reason.ts';

const zeroOnKvm: Rule = (s) => {
  const { kvm } = s.answers;
  return kvm?.answer === '0'
    ? ground(kvm.line || null, '0 on /dev/kvm: a kernel that knows 243 answers EINVAL there')
    : null;
};

const oldKernel: Rule = (s) =>
  s.kernel?.beforeSeries
    ? s.because('kernel', `${s.kernel.name} is a kernel up to 6.16, which does not know 243`)
    : null;

const answered: (answer: string) => Rule = (answer) => (s) =>
  s.complaint.of === 'check' && s.complaint.end === answer
    ? ground(s.complaint.line, `the answer is ${answer}`)
    : null;

/** Answers of KVM_CHECK_EXTENSION for 243. */
export const CAPABILITY: readonly Reason[] = [
  {
    id: 'cap-wrong-fd',
    title:
      'Capability 243 was asked on /dev/kvm. There the answer is EINVAL on every kernel that knows the number: 6.17, newer, or one with the series. It says nothing about the CPU.',
    confirm: 'Ask the descriptor of the VM, the one that KVM_CREATE_VM returned.',
    remedy: 'Ask KVM_CHECK_EXTENSION on the VM, and compare with 1.',
    chapter: 'asking',
    source: ['CODE734', 'V10-6'],
    status: 'confirmed',
    since: '6.17',
    excludes: anyOf(answered('0'), answered('1')),
  },
  {
    id: 'cap-missing-feature',
    title: 'The kernel knows 243, and a CPU of the host lacks FWB or DIC.',
    confirm:
      "Look in the boot log of the host: dmesg | grep 'CPU features: detected' names Stage-2 Force Write-Back (FWB) and Instruction cache invalidation not required (DIC) where every CPU has them; and look at the machine type of the VM.",
    remedy:
      'Only other CPUs change that. Ordinary BARs work all the same; a cacheable VM_PFNMAP mapping is refused.',
    chapter: 'asking',
    source: ['CODE734', 'V10-6', 'ARCH734'],
    status: 'confirmed',
    since: '6.17',
    command: "dmesg | grep 'CPU features: detected'",
    excludes: anyOf(answered('1'), (s) =>
      s.is('fwb', '1') && s.is('dic', '1')
        ? s.because('dic', 'FWB and DIC are both present')
        : null,
    ),
    hints: anyOf(
      (s) => s.where('fwb', '0', 'the host has no FWB'),
      (s) => s.where('dic', '0', 'the host has no DIC'),
    ),
  },
  {
    id: 'cap-unknown-number',
    title:
      'The kernel does not know the number 243: an unknown number answers 0. On such a kernel, older than 6.17, a cacheable VM_PFNMAP mapping is accepted and silently becomes Device.',
    confirm:
      'Ask on /dev/kvm too: 0 there as well means that the number is unknown, EINVAL that it is known.',
    remedy: 'Use 6.17 or later, or a kernel with the series. The 0 says nothing of FWB and DIC.',
    chapter: 'asking',
    source: ['CODE734', 'LAB-612', 'V10-6'],
    status: 'confirmed',
    since: null,
    until: '6.16',
    command: 'uname -r',
    proves: anyOf(zeroOnKvm, oldKernel),
    excludes: anyOf(answered('1'), knowsNumber),
  },
  {
    id: 'cap-yes',
    title:
      'Every CPU of the host has FWB and DIC, and the kernel maps cacheable VM_PFNMAP memory. It promises no mapping: on a pKVM host EL2 refuses it, and MTE or dirty logging refuse the slot.',
    confirm: 'Make the slot: it is the test that counts.',
    remedy: 'Nothing is to be mended.',
    chapter: 'asking',
    source: ['V10-6', 'CODE734', 'LAB-734'],
    status: 'confirmed',
    since: '6.17',
    excludes: anyOf(answered('0'), answered('EINVAL')),
  },
  {
    id: 'cap-protected',
    title:
      'The VM is a protected one (pKVM): for it 243 answers 0 whatever the hardware, because it is not on the list of such VMs.',
    confirm:
      'Look at the machine type that KVM_CREATE_VM was given: bit 31 asks for a protected VM.',
    remedy: 'Ask an ordinary VM of the same host about FWB and DIC.',
    chapter: 'pkvm',
    source: ['CODE734'],
    status: 'confirmed',
    since: '7.1',
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    proves: (s) =>
      s.is('protectedVm', '1') && knowsNumber(s)
        ? s.because('protectedVm', 'the VM is a protected one, and the kernel knows 243')
        : null,
    excludes: anyOf(answered('1'), notProtected),
    hints: anyOf(
      (s) => s.where('protectedVm', '1', 'the VM is a protected one'),
      (s) => s.where('pkvm', '1', 'the host runs pKVM'),
    ),
  },
];
