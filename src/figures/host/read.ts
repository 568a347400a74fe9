import type { Fact } from '../../triage/read/notebook.ts';
import type { Values } from '../form/field.ts';
import type { ListedCpu } from '../tables/listed-cpu.ts';
import { cpuNamed } from './cpu.ts';
import { BITS, type Side } from './state.ts';

/** What a text says of a host: the fields that it sets, and what was read, for people. */
export interface ReadHost {
  readonly set: Values;
  readonly said: readonly string[];
}

/** readHost takes what triage understood of a text about a host. */
export function readHost(
  understood: readonly Fact[],
  side: Side,
  cpus: readonly ListedCpu[],
): ReadHost {
  const last = (key: string) => understood.findLast((fact) => fact.key === key);
  const set: Record<string, string> = {};
  const said: string[] = [];
  for (const bit of BITS) {
    const fact = last(bit);
    if (fact === undefined) continue;
    set[`${side}-${bit}`] = fact.value;
    said.push(`${bit.toUpperCase()} ${fact.value} (line ${fact.line})`);
  }
  const kernel = last('kernel');
  if (kernel !== undefined) {
    set[`${side}-kernel`] = kernel.value;
    said.push(`kernel ${kernel.value} (line ${kernel.line})`);
  }
  const cpu = last('cpu');
  if (cpu !== undefined) {
    const found = cpuNamed(cpus, cpu.value);
    if (found !== null) set[`${side}-cpu`] = found.cpu;
    said.push(
      `CPU ${cpu.value} (line ${cpu.line})${found === null ? ', not one of the list' : ''}`,
    );
  }
  return { set, said };
}
