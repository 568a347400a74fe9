import type { APIRoute } from 'astro';
import { absolute } from '../address.ts';
import { site } from '../site.ts';

/** Everything may be read; the map says what there is. It names hosts, so a copy without an address has none. */
export const GET: APIRoute = () => {
  const map = site.url && `\nSitemap: ${absolute('/sitemap-index.xml', site.url)}\n`;
  return new Response(`User-agent: *\nAllow: /\n${map ?? ''}`);
};
