import { serve } from '../../tests/site/serve.ts';
import { launchChromium } from '../../scripts/browser.ts';
import { progress } from '../support/progress.ts';
import { audit, medianAudit, type Audit } from './lighthouse.ts';
import type { Site } from './sites.ts';
import { weigh, type Weight } from './weight.ts';

/** The pages that are measured: one to read, one to arrive on. */
export const PAGES = { chapter: '/guide/what-kvm-decides/', landing: '/' } as const;
export type PageName = keyof typeof PAGES;

export interface PageFigures extends Weight, Audit {
  site: string;
  page: PageName;
}

/** Serves built sites, weighs their pages and lets Lighthouse look at each `runs` times in turn. */
export async function measure(sites: readonly Site[], runs: number): Promise<PageFigures[]> {
  const servers = await Promise.all(sites.map((site) => serve(site.out)));
  const browser = await launchChromium();
  try {
    const targets = sites.flatMap((site, i) =>
      Object.entries(PAGES).map(([page, path]) => ({
        site: site.name,
        page: page as PageName,
        url: `${servers[i]?.url}${path}`,
        audits: [] as Audit[],
      })),
    );
    const weights: Weight[] = [];
    for (const { url } of targets) weights.push(await weigh(browser, url));
    await browser.close();
    for (let run = 1; run <= runs; run++)
      for (const { site, page, url, audits } of targets) {
        progress(`Lighthouse ${run} of ${runs}: ${site}, ${page}`);
        audits.push(await audit(url));
      }
    return targets.flatMap(({ site, page, audits }, i) => {
      const weight = weights[i];
      return weight ? [{ site, page, ...weight, ...medianAudit(audits) }] : [];
    });
  } finally {
    await browser.close();
    for (const { server } of servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}
