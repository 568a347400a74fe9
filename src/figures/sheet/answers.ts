import { checkExtension } from '../../model/index.ts';
import type { CapabilityInput } from '../../model/index.ts';

/** An answer of KVM_CHECK_EXTENSION to 243, and when it comes. */
export interface Reply {
  readonly answer: string;
  readonly when: readonly string[];
}

const both = { fwb: true, dic: true };

/** Every situation in which somebody may ask, in words. */
const ASKED: readonly (readonly [string, string, CapabilityInput])[] = [
  ['on the VM, every CPU has FWB and DIC', 'v7.3', both],
  ['on the VM, a CPU lacks FWB or DIC', 'v7.3', { ...both, dic: false }],
  ['on a protected VM', 'v7.3', { ...both, protectedVm: true }],
  ['on anything, the kernel does not know 243', 'v6.16', both],
  ['on /dev/kvm: ask the VM instead', 'v7.3', { ...both, vmFd: false }],
];

/** replies has the answers, each with all its causes. */
export function replies(): readonly Reply[] {
  const found = new Map<string, string[]>();
  for (const [when, kernel, input] of ASKED) {
    const { ret, errno } = checkExtension(kernel, input);
    const answer = errno ?? String(ret);
    found.set(answer, [...(found.get(answer) ?? []), when]);
  }
  return [...found].map(([answer, when]) => ({ answer, when }));
}
