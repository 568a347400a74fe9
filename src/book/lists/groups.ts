import { z } from 'astro/zod';
import { readEntries, type ListKind } from './entries.ts';
import { nearest } from '../../model/index.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** One entry of `content/data/groups.json`: a heading of the navigation, in the order of the list. */
const group = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(40)
    .meta({ description: 'the name of a group, 1 to 40 characters', examples: ['"The hardware"'] }),
  /** Its chapters teach a concept each, and end with three checks. */
  concepts: z.boolean().meta({ description: 'true or false', examples: ['true'] }),
});

export type Group = z.output<typeof group>;

const KIND = {
  name: 'groups',
  schema: group,
  one: 'group',
  many: 'groups',
  key: 'name',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof group>;

/**
 * Reads the groups of the navigation. A book without the list has the groups that its pages name,
 * each where its first page stands.
 */
export function readGroups(
  content: string,
  pages: readonly Page[],
): { groups: readonly Group[]; problems: Problem[] } {
  const { entries, problems, read } = readEntries(content, KIND);
  const names = new Set<string>();
  for (const { id, value, file, line } of entries) {
    if (value !== null && names.has(id))
      problems.push({
        code: 'group-taken',
        file,
        line,
        id,
        received: `a second ${id}`,
        expected: 'each group once',
        remedy: 'Keep one of the two.',
      });
    names.add(id);
  }
  const groups = entries.flatMap(({ value }) => value ?? []);
  if (read) problems.push(...pages.flatMap((page) => checkGroup(page, names)));
  return { groups, problems };
}

function checkGroup({ frontmatter, file, keyLines }: Page, names: ReadonlySet<string>): Problem[] {
  if (frontmatter === null || names.has(frontmatter.group)) return [];
  const near = nearest(frontmatter.group, names);
  return [
    {
      code: 'group-unknown',
      from: ['groups'],
      file,
      line: keyLines.get('group') ?? 1,
      received: `group: ${frontmatter.group}`,
      expected: 'a group of content/data/groups.json',
      remedy: near === null ? 'Add the group to the list.' : `Write ${near}, or add the group.`,
    },
  ];
}
