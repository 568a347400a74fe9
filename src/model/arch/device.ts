/** The four Device types, strictest first: [nGnRnE, nGnRE, nGRE, GRE]. */
export const DEVICE_TYPES = ['nGnRnE', 'nGnRE', 'nGRE', 'GRE'] as const;

/** Device type: Gathering, Re-ordering, Early write acknowledgement, each allowed or not (n). */
export type DeviceType = (typeof DEVICE_TYPES)[number];

/** The stricter of two Device types (ARM-ARM, table D8-97; R_GSDKZ with HCR_EL2.FWB). */
export function stricter(a: DeviceType, b: DeviceType): DeviceType {
  return DEVICE_TYPES.indexOf(a) <= DEVICE_TYPES.indexOf(b) ? a : b;
}
