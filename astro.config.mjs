import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { book, bookMarkdown } from './src/book/integration.ts';

export default defineConfig({
  site: 'https://stage-two.example',
  trailingSlash: 'always',
  markdown: bookMarkdown,
  integrations: [book(), mdx(), sitemap()],
});
