import { contentsList, groups, ICON, page, route, type Peer } from './peer.ts';

export const vitepress: Peer = {
  name: 'VitePress',
  package: 'vitepress',
  build: ['vitepress/bin/vitepress.js', 'build'],
  out: '.vitepress/dist',
  files: (book) => ({
    'package.json': '{ "type": "module", "private": true }\n',
    '.vitepress/config.mjs': `export default ${JSON.stringify({
      title: book.title,
      description: book.description,
      lang: 'en',
      ignoreDeadLinks: true,
      rewrites: { 'guide/:page.md': 'guide/:page/index.md' },
      head: [['link', { rel: 'icon', href: '/favicon.svg' }]],
      themeConfig: {
        search: { provider: 'local' },
        sidebar: groups(book).map(({ label, chapters }) => ({
          text: label,
          items: chapters.map((chapter) => ({ text: chapter.title, link: route(chapter) })),
        })),
      },
    })};
`,
    'public/favicon.svg': ICON,
    'index.md': page(
      { layout: 'home', hero: { name: book.title, text: book.description } },
      contentsList(book),
    ),
    ...Object.fromEntries(
      book.chapters.map(({ slug, title, description, body }) => [
        `guide/${slug}.md`,
        page({ title, description }, `# ${title}\n\n${body}`),
      ]),
    ),
  }),
};
