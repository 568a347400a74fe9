import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { frontmatter } from './book/frontmatter.ts';
import { contentDir } from './book/places.ts';

const guide = defineCollection({
  loader: glob({ base: `${contentDir()}/guide`, pattern: '*.mdx' }),
  schema: frontmatter,
});

export const collections = { guide };
