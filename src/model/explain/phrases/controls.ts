import { tells, type Needs, type Phrase, type Phrases } from './phrase.ts';

const gives = tells((answer) => `Stage 1 gives ${answer}`);
const madeAs = tells((answer) => `The access is made as ${answer}`);
const either = (yes: string, no: string, needs: Needs = {}): Phrase => ({
  ...tells((answer) => (answer === 'true' ? yes : no)),
  needs,
});

/** SCTLR_EL1 and HCR_EL2, a stage-2 fault, and what cache maintenance remains. */
export const CONTROL_PHRASES: Phrases = {
  'HCR_EL2.DC': either('Stage 1 is off and has a default', 'Stage 1 has no default'),
  'stage-1 default': gives,
  'SCTLR_EL1.M': either('Stage 1 is on', 'Stage 1 is off'),
  'stage-1 off': gives,
  'SCTLR_EL1.C': gives,
  'SCTLR_EL1.I': gives,
  'HCR_EL2.CD': madeAs,
  'HCR_EL2.ID': madeAs,

  'ESR_EL2.EC': tells((answer) => `The exception is ${answer}`),
  'ESR_EL2.DFSC': tells((answer) => `It is ${answer}`),
  'ESR_EL2.IFSC': tells((answer) => `It is ${answer}`),
  'HPFAR_EL2 is written': either('HPFAR_EL2 holds the page', 'HPFAR_EL2 was not written'),
  'faulting IPA': tells((answer) => `The faulting IPA is ${answer}`),

  'accesses may go around the caches': either(
    'Accesses may go around the caches',
    'No access goes around the caches',
  ),
  'clean to PoC is needed': either('A clean to the PoC remains', 'No clean to the PoC remains', {
    yes: { mayBypassCaches: true, cacheableWrites: true },
  }),
  'effective IDC': either('The effective IDC is 1', 'The effective IDC is 0', {
    no: { 'CTR_EL0.IDC': 0, 'HCR_EL2.FWB': 0 },
  }),
  'clean to PoU is needed': either('A clean to the PoU remains', 'No clean to the PoU remains', {
    yes: { executable: true, cacheableWrites: true, effectiveIdc: false, cleanToPoC: false },
  }),
  'invalidate I to PoU is needed': either(
    'An invalidation of the instruction cache remains',
    'No invalidation of the instruction cache remains',
    { yes: { executable: true, 'CTR_EL0.DIC': 0 } },
  ),
};
