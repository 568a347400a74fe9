import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICIES } from '../../model/index.ts';
import { root } from '../../root.ts';
import type { Position } from '../debate/position.ts';
import type { Problem } from '../problems.ts';
import type { Source } from '../lists/sources.ts';

/** Where the policies stand, and its text, for the line of each. */
export interface PolicyFile {
  readonly file: string;
  readonly text: string;
}

/** What the check asks of a policy. */
export interface CreditedPolicy {
  readonly name: string;
  readonly argued: readonly { readonly by: string; readonly source: readonly string[] }[];
  readonly source: readonly string[];
}

const FILE = 'src/model/policy/named.ts';

/** The policies of the model, held against the positions and sources of the guide. */
export function checkModelPolicies(
  positions: readonly Position[],
  sources: ReadonlyMap<string, Source>,
): Problem[] {
  const at = { file: FILE, text: readFileSync(join(root, FILE), 'utf8') };
  return checkPolicies(POLICIES, at, positions, sources);
}

/**
 * Who is credited with a policy posted or proposed it in a mail of their own, and has a position
 * that rests on that mail. A policy that nobody argued names the source that says so much of it.
 */
export function checkPolicies(
  policies: readonly CreditedPolicy[],
  { file, text }: PolicyFile,
  positions: readonly Position[],
  sources: ReadonlyMap<string, Source>,
): Problem[] {
  return policies.flatMap(({ name, argued, source }) => {
    const before = text.slice(0, Math.max(0, text.indexOf(`'${name}'`)));
    const at = { file, line: before.split('\n').length, id: name };
    const unknown = [...source, ...argued.flatMap((one) => one.source)].filter(
      (id) => !sources.has(id),
    );
    const bare = argued.length === 0 && source.length === 0;
    return [
      ...unknown.map((id) => ({
        ...at,
        code: 'policy-mail' as const,
        received: `${id}, which is not in sources.json`,
        expected: 'the id of a patch or a mail',
        remedy: 'Correct the id, or add the source.',
      })),
      ...(bare
        ? [
            {
              ...at,
              code: 'policy-mail' as const,
              received: 'a policy that names no source',
              expected: 'the patch or the mail that has it',
              remedy: 'Name who argued it and where, or the source that tells of it.',
            },
          ]
        : []),
      ...argued.flatMap(({ by, source: ids }): Problem[] => {
        const own = ids.filter((id) => {
          const { kind, author = '' } = sources.get(id) ?? {};
          return kind === 'mail' && author.startsWith(by);
        });
        if (own.length === 0)
          return [
            {
              ...at,
              code: 'policy-mail',
              received: `${by}, with ${ids.join(', ') || 'no source'}`,
              expected: `a patch or a mail of ${by}`,
              remedy: `Name the mail in which ${by} posted or proposed it, or leave the name out.`,
            },
          ];
        const held = positions.some(
          ({ person, source: said }) => person === by && said.some((id) => own.includes(id)),
        );
        if (held) return [];
        return [
          {
            ...at,
            code: 'policy-position',
            received: `${by}, who has no position that cites ${own.join(' or ')}`,
            expected: `a position of ${by} in content/data/positions.json on that mail`,
            remedy: 'Add the position, or credit whose policy it is.',
          },
        ];
      }),
    ];
  });
}
