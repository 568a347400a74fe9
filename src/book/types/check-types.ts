import { root } from '../../root.ts';
import type { CodeFence } from '../page/fences.ts';
import { Kept, sum } from '../kept.ts';
import type { Problem } from '../problems.ts';
import { stamp } from '../stamp.ts';
import type { Finding } from './type-check.ts';
import { firstLineOf, typeUnits, type TypeUnit } from './type-unit.ts';
import { findTypesInWorker } from './in-worker.ts';

/** What is wrong with one fence. */
export interface FenceTypes {
  readonly fence: { readonly file: string; readonly line: number };
  readonly problems: readonly Problem[];
}

/** What the findings of a fence depend on beside its own code. */
const INPUTS = [
  'src/model',
  'src/book/types/type-check.ts',
  'src/book/types/type-module.ts',
  'package-lock.json',
];

/** Type-checks fences against the public API; what was checked before is not checked again. */
export async function checkTypes(fences: readonly CodeFence[]): Promise<readonly FenceTypes[]> {
  // Messages of the compiler name files of this folder.
  const now = stamp(INPUTS, root);
  const kept = new Kept<readonly Finding[]>('types', now);
  const units = typeUnits(fences);
  const fresh = units.filter((unit) => kept.get(keyOf(unit)) === undefined);
  if (fresh.length > 0) {
    const found = await findTypesInWorker(fresh.map(({ codes }) => codes));
    for (const [index, unit] of fresh.entries()) kept.set(keyOf(unit), found[index] ?? []);
    if (stamp(INPUTS, root) === now) kept.save();
  }
  return units.flatMap((unit) => {
    const found = kept.get(keyOf(unit)) ?? [];
    if (found.length === 0) return [];
    const { page, fence } = unit.fence;
    const problems = found.flatMap((one) => toProblem(one, unit));
    return [{ fence: { file: page.file, line: fence.line }, problems }];
  });
}

const keyOf = ({ codes }: TypeUnit): string => sum(JSON.stringify(codes));

/** Faults of an earlier fence of the group are reported there. */
function toProblem(found: Finding, unit: TypeUnit): Problem[] {
  const line = found.line - firstLineOf(unit);
  if (line < 0) return [];
  const { page, fence, id, code } = unit.fence;
  return [
    {
      code: 'type-error',
      file: page.file,
      line: fence.line + 1 + line,
      id,
      received: code.split('\n')[line]?.trim() ?? '',
      expected: `code without TS${found.code}: ${found.message}`,
      remedy: "Correct the code; the types are those of 'stage-two'.",
    },
  ];
}
