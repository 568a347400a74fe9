import type { StateView } from '../../machine/view.ts';
import type { ValueName } from '../../machine/state.ts';

const VALUES: Readonly<Record<ValueName, string>> = {
  old: 'something old',
  secret: "A's secret",
  zeros: 'zeros',
  owner: "the owner's value",
  guest: "B's value",
};

/** Where the values are: memory, the data cache, and the instruction cache where it holds a line. */
export function stateInWords({ memory, dcache, icache, tenantB }: StateView): string {
  const line = dcache && `${VALUES[dcache.value]}${dcache.dirty ? ' (dirty)' : ''}`;
  const parts = [`memory: ${VALUES[memory]}`, `cache: ${line ?? 'no line'}`];
  if (icache !== null) parts.push(`instruction cache: ${VALUES[icache]}`);
  if (tenantB.data !== null) parts.push(`B: ${tenantB.data}`);
  return parts.join('; ');
}
