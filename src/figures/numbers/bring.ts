import type { RegisterSpec } from '../../model/index.ts';
import type { Brought } from './brought.ts';
import { kindOf, type State } from './state.ts';

/** How the rules come of the registers that stand alone. */
const COME: Readonly<Record<string, () => Promise<{ readonly SPEC: RegisterSpec }>>> = {
  CLIDR_EL1: () => import('./rules/clidr.ts'),
  CTR_EL0: () => import('../../triage/parts/registers/ctr.ts'),
  ESR_EL1: () => import('./rules/esr-el1.ts'),
  HCR_EL2: () => import('../../triage/parts/registers/hcr.ts'),
  ID_AA64MMFR2_EL1: () => import('../../triage/parts/registers/mmfr2.ts'),
  VTCR_EL2: () => import('../../triage/parts/registers/vtcr.ts'),
};

/** bring gives what a state is drawn with beside what every page has; it fails where that does not come. */
export async function bring(state: State): Promise<Partial<Brought>> {
  const kind = kindOf(state);
  if (kind === 'ptdump') return { dump: await import('./ptdump.ts') };
  if (kind === 'fault') {
    const faults = await import('./fault.ts');
    return { faults, rules: faults.RULES };
  }
  const part = await COME[kind]?.();
  return part ? { rules: { [kind]: part.SPEC } } : {};
}
