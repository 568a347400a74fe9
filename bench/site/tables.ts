import { kb, ratio, seconds, table } from '../support/table.ts';
import type { PageFigures } from './measure.ts';
import type { Site } from './sites.ts';

/** One row a site, the first being the base of the ratios. */
export function pageTable(figures: readonly PageFigures[]): string {
  const base = figures[0];
  const head = ['site', 'JS', 'ratio', 'CSS', 'ratio', 'fonts', 'HTML', 'other origins'];
  const sizes = figures.map((f) => [
    f.site,
    `${kb(f.js)} KB`,
    ratio(f.js, base?.js ?? 0),
    `${kb(f.css)} KB`,
    ratio(f.css, base?.css ?? 0),
    `${kb(f.fonts)} KB`,
    `${kb(f.html)} KB`,
    f.foreign.length,
  ]);
  const lighthouse = [
    'site',
    'performance',
    'accessibility',
    'best practices',
    'SEO',
    'LCP',
    'ratio',
    'TBT',
    'CLS',
  ];
  const scores = figures.map((f) => [
    f.site,
    f.scores.performance,
    f.scores.accessibility,
    f.scores['best-practices'],
    f.scores.seo,
    `${Math.round(f.lcp)} ms`,
    ratio(f.lcp, base?.lcp ?? 0),
    `${Math.round(f.tbt)} ms`,
    f.cls === 0 ? '0' : f.cls.toFixed(4),
  ]);
  return `${table(head, sizes)}\n\n${table(lighthouse, scores)}`;
}

/** Build times, the first site being the base of the ratios. */
export function timeTable(sites: readonly Site[], times: readonly number[]): string {
  const rows = sites.map(({ name }, i) => {
    const ms = times[i] ?? Number.NaN;
    return [name, `${seconds(ms)} s`, ratio(ms, times[0] ?? 0)];
  });
  return table(['site', 'build', 'ratio'], rows);
}
