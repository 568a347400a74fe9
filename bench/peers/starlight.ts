import { contentsList, groups, ICON, page, type Peer } from './peer.ts';

export const starlight: Peer = {
  name: 'Starlight',
  package: '@astrojs/starlight',
  build: ['astro/bin/astro.mjs', 'build'],
  out: 'dist',
  files: (book) => ({
    // Astro compiles a package that is named here, and leaves others to Node.
    'package.json': '{ "type": "module", "dependencies": { "@astrojs/starlight": "*" } }\n',
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://peer.example',
  integrations: [starlight(${JSON.stringify({
    title: book.title,
    description: book.description,
    sidebar: groups(book).map(({ label, chapters }) => ({
      label,
      items: chapters.map((chapter) => `guide/${chapter.slug}`),
    })),
  })})],
});
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'public/favicon.svg': ICON,
    'src/content/docs/index.md': page(
      {
        title: book.title,
        description: book.description,
        template: 'splash',
        hero: { tagline: book.description },
      },
      contentsList(book),
    ),
    ...Object.fromEntries(
      book.chapters.map(({ slug, title, description, body }) => [
        `src/content/docs/guide/${slug}.md`,
        page({ title, description }, body),
      ]),
    ),
  }),
};
