import { RELEASES } from '../model/index.ts';
import { kernelsBy } from './parts/kernels.ts';
import { piecesOfMarked } from './parts/markup.ts';
import { bitNotes, bitsOf, factsOfBare, numbersIn } from './parts/numbers.ts';
import { Kept, type Parts } from './parts/parts.ts';
import { readHost } from './read/host.ts';
import { readKernel } from './read/kernel.ts';
import type { Fact } from './read/notebook.ts';
import { readWith } from './read/reading.ts';
import { readRegisters } from './read/registers.ts';

const READERS = [readRegisters, readKernel, readHost];

/** The parts that a text about a host asks for. */
const OWN: Partial<Parts> = {
  markup: piecesOfMarked,
  numbers: { bitNotes, bitsOf, factsOfBare, numbersIn },
  kernels: kernelsBy(RELEASES),
};

/**
 * What a text says of the host that it is about: its registers, its kernel, its boot log. Nothing of
 * calls, errors or reasons is read, so a page that asks this alone stays small.
 */
export const hostFacts = (text: string): readonly Fact[] =>
  readWith(() => READERS, text, new Kept(OWN)).facts();
