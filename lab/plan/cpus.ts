/** A mode in which the kernel is told to run KVM; `usual`: the kernel's own choice. */
export const WAYS = ['usual', 'nvhe', 'protected'] as const;
export type Way = (typeof WAYS)[number];

/** A CPU model of QEMU that the lab boots. */
export interface CpuPlan {
  /** The name that QEMU's `-cpu` takes. */
  readonly name: string;
  /** The model is in the quick run: the three that decide. */
  readonly quick: boolean;
  /** In which modes it is booted. */
  readonly ways: readonly Way[];
}

/*
 * What decides is FWB and DIC. cortex-a57 is not here: with Linux 7.3.4 it hangs when the guest
 * turns its MMU on.
 */
export const CPUS: readonly CpuPlan[] = [
  { name: 'neoverse-v1', quick: true, ways: WAYS },
  { name: 'cortex-a710', quick: true, ways: ['usual'] },
  { name: 'neoverse-n1', quick: true, ways: ['usual', 'protected'] },
  { name: 'neoverse-n2', quick: false, ways: ['usual'] },
  { name: 'max', quick: false, ways: ['usual'] },
  { name: 'cortex-a76', quick: false, ways: ['usual'] },
  { name: 'cortex-a72', quick: false, ways: ['usual'] },
  { name: 'cortex-a53', quick: false, ways: ['usual'] },
];
