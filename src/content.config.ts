import { defineCollection } from 'astro/content/config';
import { chapterFiles } from './book/astro/chapter-files.ts';

// Not from astro:content, which brings all that shows an entry: here it is only named.
export const collections = {
  guide: defineCollection({ loader: chapterFiles('guide') }),
  reference: defineCollection({ loader: chapterFiles('reference') }),
  exercises: defineCollection({ loader: chapterFiles('exercises') }),
};
