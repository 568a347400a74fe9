import { readFile } from 'node:fs/promises';
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { absolute } from '../address.ts';
import { chapters } from '../book/index.ts';
import { readVersions } from '../editions/versions.ts';
import { site } from '../site.ts';

/** A feed names a host. Where the copy has none, this one is taken out again, and its addresses are rooted. */
const NONE = 'https://no-address.invalid/';

/** What is new: each version of the site, and each chapter by the day on which it was last checked. */
export const GET: APIRoute = async () => {
  // Astro works in the root of the project.
  const changelog = await readFile('CHANGELOG.md', 'utf8');
  const address = site.url ?? NONE;
  const feed = await rss({
    title: site.title,
    description: site.description,
    site: address,
    items: [
      ...readVersions(changelog).map(({ name, date, text }) => ({
        title: `Version ${name}`,
        link: absolute(`/#${name}`, address),
        pubDate: new Date(date),
        description: text,
      })),
      ...chapters().map(({ title, description, route, checked }) => ({
        title,
        // A chapter that was checked again is a new entry; readers of feeds know entries by address.
        link: absolute(`${route}#${checked}`, address),
        pubDate: new Date(checked),
        description,
      })),
    ].toSorted((a, b) => b.pubDate.getTime() - a.pubDate.getTime()),
  });
  if (site.url !== null) return feed;
  return new Response((await feed.text()).replaceAll(NONE, '/'), feed);
};
