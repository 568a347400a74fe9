/** Exits of KVM_RUN that a VMM may report, by number (DOC734). */
const EXITS: ReadonlyMap<number, string> = new Map([
  [0, 'KVM_EXIT_UNKNOWN'],
  [6, 'KVM_EXIT_MMIO'],
  [8, 'KVM_EXIT_SHUTDOWN'],
  [9, 'KVM_EXIT_FAIL_ENTRY'],
  [10, 'KVM_EXIT_INTR'],
  [17, 'KVM_EXIT_INTERNAL_ERROR'],
  [24, 'KVM_EXIT_SYSTEM_EVENT'],
  [28, 'KVM_EXIT_ARM_NISV'],
  [39, 'KVM_EXIT_MEMORY_FAULT'],
  [41, 'KVM_EXIT_ARM_SEA'],
  [42, 'KVM_EXIT_ARM_LDST64B'],
]);

export const EXIT_NAMES: readonly string[] = [...EXITS.values()];

/** The name of an exit that is given as a number, as its name, or as Rust writes it (`MemoryFault`). */
export function exitNamed(text: string): string | null {
  const plain = text.trim();
  if (/^(?:\d{1,3}|0x[0-9a-f]{1,3})$/i.test(plain)) return EXITS.get(Number(plain)) ?? null;
  const word = plain
    .replace(/([a-z])(?=[A-Z])/g, '$1_')
    .toUpperCase()
    .replace(/^KVM_EXIT_/, '');
  return EXIT_NAMES.find((name) => name === `KVM_EXIT_${word}`) ?? null;
}
