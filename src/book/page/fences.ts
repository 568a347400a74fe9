import type { Fence as CoreFence } from '../../snippets/core/types.ts';
import { checkFence } from '../checks/fence-check.ts';
import { readInfo } from './info.ts';
import type { Fence, Page } from './page.ts';
import type { Problem } from '../problems.ts';

/** A fence that runs, with the fence that holds its expected output. */
export interface RunFence extends CoreFence {
  readonly mode: 'run';
  readonly page: Page;
  readonly fence: Fence;
  readonly output: Fence | null;
}

/** A fence that says why it does not run. Its id is made from page and place. */
interface StillFence {
  readonly mode: 'norun';
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  readonly page: Page;
  readonly fence: Fence;
}

export type CodeFence = RunFence | StillFence;

/** Reads the TypeScript fences of a page, and what is wrong with any of its fences. */
export function readFences(page: Page): { fences: CodeFence[]; problems: Problem[] } {
  const outputs = new Map(
    page.fences.filter(isOutput).map((fence) => [fence.after, fence] as const),
  );
  return {
    fences: page.fences.flatMap((fence, index) => readFence(page, fence, index, outputs)),
    problems: page.fences.flatMap((fence) => checkFence(page.file, fence)),
  };
}

function readFence(
  page: Page,
  fence: Fence,
  index: number,
  outputs: ReadonlyMap<Fence | null, Fence>,
): CodeFence[] {
  const { info } = readInfo(fence.lang, fence.meta);
  const { code } = fence;
  const id = fenceId(fence.lang, fence.meta, page.slug, index);
  if (info.mode === 'norun')
    return [{ mode: info.mode, id, code, reason: info.reason ?? '', page, fence }];
  if (info.mode !== 'run') return [];
  const { mode, throws, group } = info;
  return [{ mode, id, code, throws, group, page, fence, output: outputs.get(fence) ?? null }];
}

/** The id of a fence; `index` counts all fences of its page from 0. */
export function fenceId(lang: string, meta: string, slug: string, index: number): string {
  const { info } = readInfo(lang, meta);
  return (info.mode === 'run' && info.id) || `${slug}-fence-${index + 1}`;
}

function isOutput({ lang, meta }: Fence): boolean {
  return readInfo(lang, meta).info.mode === 'output';
}

/** Ids that a fence shares with an earlier fence of the site, or with a heading of its page. */
export function checkIds(fences: readonly CodeFence[]): Problem[] {
  const first = new Map<string, CodeFence>();
  return fences.flatMap((own): Problem[] => {
    const { id, page, fence } = own;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, own);
    const place = earlier && `${earlier.page.file}:${earlier.fence.line}`;
    const owner = place ?? (page.anchors?.has(id) ? 'a heading or element of the page' : null);
    if (owner === null) return [];
    return [
      {
        code: 'fence-id-taken',
        file: page.file,
        line: fence.line,
        id,
        received: `id="${id}"`,
        expected: `an id of its own; ${owner} has this one`,
        remedy: 'Give the fence another id.',
      },
    ];
  });
}
