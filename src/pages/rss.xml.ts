import { readFile } from 'node:fs/promises';
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { chapters } from '../book/index.ts';
import { readVersions } from '../editions/versions.ts';
import { site } from '../site.ts';

/** What is new: each version of the site, and each chapter by the day on which it was last checked. */
export const GET: APIRoute = async () => {
  // Astro works in the root of the project.
  const changelog = await readFile('CHANGELOG.md', 'utf8');
  return rss({
    title: site.title,
    description: site.description,
    site: site.url,
    items: [
      ...readVersions(changelog).map(({ name, date, text }) => ({
        title: `Version ${name}`,
        link: `/#${name}`,
        pubDate: new Date(date),
        description: text,
      })),
      ...chapters().map(({ title, description, route, checked }) => ({
        title,
        // A chapter that was checked again is a new entry; readers of feeds know entries by address.
        link: `${route}#${checked}`,
        pubDate: new Date(checked),
        description,
      })),
    ].toSorted((a, b) => b.pubDate.getTime() - a.pubDate.getTime()),
  });
};
