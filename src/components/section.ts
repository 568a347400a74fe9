import { getCollection, type CollectionEntry } from 'astro:content';
import { chapters, type Chapter, type Section } from '../book/index.ts';

/** The pages of a section for its template: each chapter with its entry of the collection. */
export async function sectionPaths<Name extends Section>(
  name: Name,
): Promise<
  { params: { slug: string }; props: { chapter: Chapter; entry: CollectionEntry<Name> } }[]
> {
  const entries = await getCollection(name);
  return chapters(name).flatMap((chapter) => {
    const entry = entries.find(({ id }) => id === chapter.slug);
    return entry ? [{ params: { slug: chapter.slug }, props: { chapter, entry } }] : [];
  });
}
