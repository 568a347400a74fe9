import { progress } from '../support/progress.ts';
import { median } from '../support/stats.ts';
import type { Site } from './sites.ts';

/**
 * Median build time of each site in milliseconds. The sites take turns, so that a slow minute of
 * the machine meets all of them.
 */
export async function buildAll(sites: readonly Site[], runs: number): Promise<number[]> {
  const times: number[][] = sites.map(() => []);
  for (let run = 1; run <= runs; run++)
    for (const [i, site] of sites.entries()) {
      progress(`build ${run} of ${runs}: ${site.name}`);
      times[i]?.push(await site.build());
    }
  return times.map(median);
}
