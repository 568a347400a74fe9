import type { Trace } from '../../base/step.ts';
import type { NamedRules } from '../kernels/registry.ts';
import type { ExecAt } from './exec.ts';

/** The prot bits that a leaf can be refused for. */
export interface CheckedProt {
  /** KVM_PGTABLE_PROT_DEVICE. */
  readonly device: boolean;
  /** KVM_PGTABLE_PROT_NORMAL_NC. */
  readonly normalNc: boolean;
  /** KVM_PGTABLE_PROT_UX and KVM_PGTABLE_PROT_PX. */
  readonly exec: ExecAt;
}

const SET_PROT = 'stage2_set_prot_attr';

/** Whether `stage2_set_prot_attr()` takes the prot bits; if not, it returns EINVAL. */
export function protAccepted(
  { device, normalNc, exec }: CheckedProt,
  xnx: boolean,
  { pgtable, source }: NamedRules,
  trace: Trace,
): boolean {
  const types = 'prot & (KVM_PGTABLE_PROT_DEVICE | KVM_PGTABLE_PROT_NORMAL_NC)';
  const asked = { device, normalNc };
  const type = trace.ask(types, SET_PROT, asked, typeOf(device, normalNc), source.pgtable);
  if (type === 'both') return false;
  const executable = exec !== 'none';
  if (type !== 'none') {
    const x = 'prot & KVM_PGTABLE_PROT_X';
    if (trace.ask(x, SET_PROT, { exec }, executable, source.pgtable)) return false;
  }
  if (!pgtable.execLevels) return true;
  const apart = !xnx && (exec === 'EL0' || exec === 'EL1');
  const check = '!cpus_have_final_cap(ARM64_HAS_XNX) && px != ux';
  return !trace.ask(check, 'stage2_set_xn_attr', { xnx, exec }, apart, source.pgtable);
}

function typeOf(device: boolean, normalNc: boolean): 'DEVICE' | 'NORMAL_NC' | 'both' | 'none' {
  if (device) return normalNc ? 'both' : 'DEVICE';
  return normalNc ? 'NORMAL_NC' : 'none';
}
