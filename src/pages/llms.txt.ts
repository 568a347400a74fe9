import type { APIRoute } from 'astro';
import { absolute } from '../address.ts';
import { API_ROUTE, GROUPS, headingOf } from '../api/groups.ts';
import { groups } from '../book/index.ts';
import { AROUND } from '../components/nav/places.ts';
import { markdownRoute } from '../editions/routes.ts';
import { site } from '../site.ts';

const apiPages = GROUPS.map((group) => ({
  title: headingOf(group),
  route: group.route,
  description: group.about,
}));

/** The site in the form of llmstxt.org: what it is, and the Markdown of each page with its sentence. */
export const GET: APIRoute = () => {
  const address = (route: string) => absolute(route, site.url);
  const parts = groups().map(({ name, chapters }) => {
    const pages = chapters.flatMap(({ title, route, description }) => [
      { title, route, description },
      ...(route === API_ROUTE ? apiPages : []),
    ]);
    const items = pages.map(
      ({ title, route, description }) =>
        `- [${title}](${address(markdownRoute(route))}): ${description}`,
    );
    return `## ${name}\n\n${items.join('\n')}`;
  });
  const head = `# ${site.title}

> ${site.description} How KVM on arm64 maps memory without struct page: the rules, computed by one model; the debate of 2025; what landed in Linux 6.17 and what has changed up to 7.3.

Every fact names its sources and says whether it is confirmed, inferred or unknown. Every output was computed by the model. [All chapters in one file](${address('/llms-full.txt')}).`;
  const around = `## Around the chapters\n\n${AROUND.map(({ route, name }) => `- [${name}](${address(route)})`).join('\n')}`;
  return new Response(`${[head, ...parts, around].join('\n\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
