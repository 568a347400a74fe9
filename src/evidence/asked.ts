import {
  combineStages,
  decodeStage2Fault,
  handleProtectedFault,
  HOSTS,
  hvaToPfn,
  maintenanceNeeded,
  vmaIsCacheable,
  vncrPage,
  type Step,
} from '../model/index.ts';

/** ESR_EL2 of a data abort from a lower Exception level, and of an instruction abort, both at level 3. */
const ABORTS = [0x9200_0007n, 0x8200_0007n] as const;

/**
 * Checks that no row from outside and no kernel goes through: what was only read, and what the model
 * says of registers and of maintenance. Asked here so that each has its place among the rules.
 */
export function askedBeside(): readonly Step[] {
  const protectedVm = [
    { fwb: true },
    { fwb: true, vmPfnmap: true },
    { fwb: true, memlockLimit: true },
    { fwb: true, mappedAlready: 'poisoned' },
  ] as const;
  const reserved = { s1: { attr: 0x01 }, s2: { memAttr: 0b0100 }, fwb: true };
  return [
    ...protectedVm.map((input) => handleProtectedFault('v7.3', input)),
    ...(['v6.16', 'v7.3'] as const).map((kernel) => vncrPage(kernel, { pfnIsMapMemory: true })),
    vmaIsCacheable('v6.16', { attrIndx: 'MT_NORMAL' }),
    hvaToPfn('v6.16', {}),
    combineStages(reserved),
    ...HOSTS.flatMap((host) => [true, false].map((idc) => maintenanceNeeded({ ...host, idc }))),
    ...ABORTS.map((esr) => decodeStage2Fault({ esr, hpfar: 0x1000n, far: 0x2345n })),
  ].flatMap(({ because }) => because);
}
