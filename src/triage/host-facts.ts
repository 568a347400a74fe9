import { hostKernel, isRelease } from './parts/kernels.ts';
import { factsOfBare, numbersIn } from './parts/numbers.ts';
import { Kept, type PartName, type Parts } from './parts/parts.ts';
import { bitsOf, registerNotes } from './parts/registers.ts';
import { readHost } from './read/host.ts';
import { readKernel } from './read/kernel.ts';
import type { Fact } from './read/notebook.ts';
import { readWith } from './read/reading.ts';
import { readRegisters } from './read/registers.ts';

/** What a text says of the host that it is about, and the parts that it asked for and that were not there. */
export interface HostFacts {
  readonly facts: readonly Fact[];
  readonly missing: ReadonlySet<PartName>;
}

const READERS = [readRegisters, readKernel, readHost];

/** The parts that nearly every text about a host asks for. */
const OWN: Partial<Parts> = {
  numbers: { factsOfBare, numbersIn },
  registers: { bitsOf, registerNotes },
  kernels: { hostKernel, isRelease },
};

/**
 * What a text says of a host: its registers, its kernel, its boot log. `specs` has the rules of registers;
 * nothing of calls, errors or reasons is read, so a page that asks this alone stays small.
 */
export function hostFacts(text: string, specs: Partial<Parts>): HostFacts {
  const shelf = new Kept({ ...OWN, ...specs });
  const facts = readWith(() => READERS, text, shelf).facts();
  return { facts, missing: shelf.missing };
}
