import type { ShownVerdict } from '../../grammar/verdict.ts';
import type { Property } from '../../model/index.ts';
import { verdictChip } from '../show/chip.ts';
import type { HElement } from '../show/node.ts';

/** How the end of a property is shown and said. */
interface Ending {
  readonly verdict: ShownVerdict;
  readonly word: string;
  /** What the property asks. */
  readonly asks: string;
  /** What has happened where it breaks. */
  readonly says: string;
}

export const ENDINGS: Readonly<Record<Property, Ending>> = {
  noLeak: {
    verdict: 'leak',
    word: 'leak',
    asks: "No read by B returns A's secret.",
    says: "B has read A's secret.",
  },
  coherent: {
    verdict: 'stale',
    word: 'stale read',
    asks: 'B and the owner always read what was written last.',
    says: 'What was read is not what was written last.',
  },
  noStaleFetch: {
    verdict: 'stale',
    word: 'stale fetch',
    asks: "B fetches no instruction that A's time left behind.",
    says: 'B has fetched an instruction from before the owner wrote.',
  },
  noLateFailure: {
    verdict: 'fails',
    word: 'late failure',
    asks: 'A memslot that was accepted does not fail at the fault.',
    says: 'The memslot was accepted, and now the access fails.',
  },
  keepsCacheable: {
    verdict: 'not-cacheable',
    word: 'not cacheable',
    asks: 'B asks for Write-Back and gets it, as the owner does.',
    says: 'B asks for Write-Back, which the owner has, and does not get it.',
  },
};

/** brokenChip is a broken property in the grammar of verdicts. */
export const brokenChip = (property: Property): HElement =>
  verdictChip(ENDINGS[property].verdict, ENDINGS[property].word, null);

/** worst is what to show where a move breaks several: a leak is a stale read too. */
export const worst = (breaks: readonly Property[]): Property | null =>
  breaks.find((p) => p === 'noLeak') ?? breaks[0] ?? null;
