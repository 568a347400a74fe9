import { contentsList, groups, ICON, page, type Peer } from './peer.ts';

/** As `create-docusaurus` sets it up, without the blog; it brings no search of its own. */
export const docusaurus: Peer = {
  name: 'Docusaurus',
  package: '@docusaurus/core',
  build: ['@docusaurus/core/bin/docusaurus.mjs', 'build'],
  out: 'build',
  files: (book) => ({
    'package.json': `{ "private": true, "browserslist": [">0.5%", "not dead", "not op_mini all"] }\n`,
    'docusaurus.config.mjs': `export default ${JSON.stringify({
      title: book.title,
      tagline: book.description,
      url: 'https://peer.example',
      baseUrl: '/',
      trailingSlash: true,
      favicon: 'favicon.svg',
      onBrokenLinks: 'ignore',
      markdown: { format: 'detect' },
      future: { v4: true },
      presets: [
        ['classic', { blog: false, docs: { routeBasePath: '/', sidebarPath: './sidebars.mjs' } }],
      ],
      themeConfig: {
        colorMode: { respectPrefersColorScheme: true },
        navbar: { title: book.title },
      },
    })};
`,
    'sidebars.mjs': `export default ${JSON.stringify({
      guide: groups(book).map(({ label, chapters }) => ({
        type: 'category',
        label,
        items: chapters.map((chapter) => `guide/${chapter.slug}`),
      })),
    })};
`,
    'static/favicon.svg': ICON,
    'src/pages/index.md': page(
      { title: book.title, description: book.description },
      `# ${book.title}\n\n${book.description}\n\n${contentsList(book)}`,
    ),
    ...Object.fromEntries(
      book.chapters.map(({ slug, title, description, body }) => [
        `docs/guide/${slug}.md`,
        page({ title, description }, body),
      ]),
    ),
  }),
};
