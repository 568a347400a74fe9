import { ground } from '../case/ground.ts';
import { knowsNumber, notProtected } from '../rules/shared.ts';
import { anyOf, type Family, type Rule } from './reason.ts';

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
export const CAPABILITY: Family = {
  'cap-wrong-fd': { excludes: anyOf(answered('0'), answered('1')) },
  'cap-missing-feature': {
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
  'cap-unknown-number': {
    proves: anyOf(zeroOnKvm, oldKernel),
    excludes: anyOf(answered('1'), knowsNumber),
  },
  'cap-yes': { excludes: anyOf(answered('0'), answered('EINVAL')) },
  'cap-protected': {
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
};
