import { atLeast, atMost, type Budget } from '../support/budget.ts';
import { CATEGORIES } from './lighthouse.ts';
import type { PageFigures } from './measure.ts';

/** Limits of one page before any interaction. */
export function pageBudgets(figures: PageFigures): Budget[] {
  const { page, js, css, foreign, cls, scores } = figures;
  const limits = [
    atMost(`${page}: JS`, js / 1000, 6, ' KB'),
    atMost(`${page}: CSS`, css / 1000, 8, ' KB'),
    atMost(`${page}: requests to other origins`, foreign.length, 0),
    atMost(`${page}: layout shift (CLS)`, cls, 0),
  ];
  const lighthouse = CATEGORIES.map((category) =>
    atLeast(`${page}: Lighthouse ${category}`, scores[category], 100),
  );
  return limits.concat(lighthouse);
}

export const buildBudget = (ms: number): Budget => atMost('npm run build', ms / 1000, 12, ' s');
