import { decodeRegister, fieldNamed, type RegisterName } from '../model/index.ts';
import { seriesOf } from './kernel.ts';
import type { Recorded } from './schema.ts';

/** What the CPUs of a recorded machine have, as the model asks for it. */
export interface Host {
  readonly fwb: boolean;
  readonly idc: boolean;
  readonly dic: boolean;
  /** LPA2 is in use: bits [9:8] of a descriptor hold address bits; null where that is not known. */
  readonly lpa2: boolean | null;
}

/** Every case of a run asks. */
const hosts = new WeakMap<Recorded, Host>();

/** FWB from ID_AA64MMFR2_EL1, IDC and DIC from CTR_EL0, as the model decodes them; LPA2 by the CPU. */
export function hostOf(run: Recorded): Host {
  const host = hosts.get(run) ?? readHost(run);
  hosts.set(run, host);
  return host;
}

function readHost({ registers, cpu, kernel }: Recorded): Host {
  return {
    fwb: bit('ID_AA64MMFR2_EL1', registers.mmfr2, 'FWB'),
    idc: bit('CTR_EL0', registers.ctr, 'IDC'),
    dic: bit('CTR_EL0', registers.ctr, 'DIC'),
    lpa2: WITH_LPA2.has(cpu) ? (seriesOf(kernel.version) === UNREAD ? null : true) : false,
  };
}

/** CPU models with FEAT_LPA2; the register that says so is not recorded. */
const WITH_LPA2: ReadonlySet<string> = new Set(['max']);
/** The series of which nobody read whether KVM uses it there. */
const UNREAD = '6.1';

function bit(register: RegisterName, value: string, name: string): boolean {
  const { fields } = decodeRegister(register, BigInt(value));
  return (fieldNamed(fields, name)?.value ?? 0) !== 0;
}
