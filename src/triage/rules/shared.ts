import { ground } from '../case/ground.ts';
import type { Rule } from '../reasons/reason.ts';

/* Rules that several reasons share, each stated once. */

/** No cacheable check: the kernel is older and nobody put the series in, or it does not know 243. */
export const noSeries: Rule = (s) => {
  if (s.kernel?.beforeSeries) {
    return s.because('kernel', `${s.kernel.name} is a kernel up to 6.16: it has no such check`);
  }
  const { kvm } = s.answers;
  return kvm?.answer === '0'
    ? ground(
        kvm.line || null,
        '0 on /dev/kvm: the kernel does not know 243, so it has no such check',
      )
    : null;
};

/** The host takes a cacheable VM_PFNMAP mapping. */
export const supportsCacheable: Rule = (s) => {
  const { vm } = s.answers;
  if (vm?.answer === '1') return ground(vm.line || null, '243 answers 1: the host has FWB and DIC');
  return s.is('fwb', '1') && s.is('dic', '1')
    ? s.because('dic', 'FWB and DIC are both present')
    : null;
};

/** FWB or DIC is missing, or a kernel that knows 243 says no. */
export const lacksFeature: Rule = (s) => {
  const { vm } = s.answers;
  if (vm?.answer === '0' && knowsNumber(s))
    return ground(vm.line || null, '243 is known and answers 0: FWB or DIC is missing');
  return s.where('fwb', '0', 'the host has no FWB') ?? s.where('dic', '0', 'the host has no DIC');
};

/** The kernel knows capability 243 by its number. */
export const knowsNumber: Rule = (s) => {
  const { kvm } = s.answers;
  if (kvm?.answer === 'EINVAL')
    return ground(kvm.line || null, 'EINVAL on /dev/kvm: the kernel knows 243');
  return s.kernel?.hasSeries
    ? s.because('kernel', `${s.kernel.name} is 6.17 or later: it knows 243`)
    : null;
};

/** The VMA that is shown has none of these flags. */
export function without(...flags: readonly string[]): Rule {
  return (s) => {
    const shown = s.names('vmFlags');
    return shown && !shown.some((flag) => flags.includes(flag))
      ? s.because('vmFlags', `VmFlags without ${flags.join(' and ')}`)
      : null;
  };
}

/** The VMA that is shown has one of these flags. */
export function withFlag(...flags: readonly string[]): Rule {
  return (s) => {
    const found = s.names('vmFlags')?.find((flag) => flags.includes(flag));
    return found === undefined ? null : s.because('vmFlags', `VmFlags has ${found}`);
  };
}

export const mteOff: Rule = (s) => s.where('mte', '0', 'the VM has no MTE');
export const mteOn: Rule = (s) => s.where('mte', '1', 'the VM has MTE');

export const readsWork: Rule = (s) =>
  s.where('readsWork', '1', 'a read of the same page works, and this would refuse it too');

/** The slot was asked for without a flag. */
export function slotWithout(flag: string): Rule {
  return (s) => {
    const names = s.names('slot.flags');
    if (!names || names.includes(flag)) return null;
    const said = names.length === 0 ? 'flags 0' : `flags ${names.join(' ')}`;
    return s.because('slot.flags', `${said}, without ${flag}`);
  };
}

/** The slot was asked for with a flag. */
export function slotHas(flag: string): Rule {
  return (s) =>
    s.names('slot.flags')?.includes(flag) ? s.because('slot.flags', `the slot has ${flag}`) : null;
}

export const noGuestMemfd: Rule = (s) =>
  s.kernel?.beforeGuestMemfd
    ? s.because('kernel', `${s.kernel.name} is before 6.18: it has no such slots on arm64`)
    : null;

/** No protected VM: the host, the machine type or the kernel has none. */
export const notProtected: Rule = (s) => {
  const none =
    s.where('protectedVm', '0', 'the VM is no protected one') ??
    s.where('pkvm', '0', 'the host runs no pKVM');
  if (none) return none;
  return s.kernel?.beforeProtectedVm
    ? s.because('kernel', `${s.kernel.name} is before 7.1: it has no protected VMs`)
    : null;
};

/** In a protected VM another function handles the fault: it pins the page and asks nothing of this. */
export const ofProtectedVm: Rule = (s) =>
  s.where('protectedVm', '1', 'in a protected VM another function handles the fault');
