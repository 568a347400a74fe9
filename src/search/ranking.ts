/**
 * How Pagefind weighs what fits: what people type for a page counts most, then its title and its
 * headings, and all of these for more than a word that a long page says often.
 */
export const RANKING = {
  termFrequency: 0.4,
  pageLength: 0.4,
  termSaturation: 1.2,
  termSimilarity: 2,
  metaWeights: { title: 5, words: 8 },
} as const;
