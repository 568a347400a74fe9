import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { frontmatter } from './book/page/frontmatter.ts';
import { contentDir, type Section } from './book/places.ts';

const section = (name: Section) =>
  defineCollection({
    loader: glob({ base: `${contentDir()}/${name}`, pattern: '*.mdx' }),
    schema: frontmatter,
  });

export const collections = { guide: section('guide'), reference: section('reference') };
