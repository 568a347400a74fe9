import type { Recorded } from '../../src/observations/schema.ts';

/** What a kernel did, in one line: mode, capability, and how many slots it took. */
export function summary({ mode, capability, cases }: Recorded): string {
  const made = cases.filter(({ slot }) => slot !== null);
  const refused = made.filter(({ slot }) => slot?.errno !== null);
  const { kvm, vm } = capability;
  const value = (one: typeof kvm) => one.errno ?? String(one.value);
  return [
    mode,
    `capability ${value(kvm)} on /dev/kvm and ${value(vm)} on the VM`,
    `${cases.length} cases`,
    `${made.length - refused.length} memslots made, ${refused.length} refused`,
  ].join('; ');
}
