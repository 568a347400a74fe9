import { programFences } from '../../snippets/core/group.ts';
import type { CodeFence } from '../page/fences.ts';

/** What is type-checked as one module: a fence, with the earlier fences of its group above it. */
export interface TypeUnit {
  readonly fence: CodeFence;
  /** The code of these fences, its own last. */
  readonly codes: readonly string[];
}

/** The module of each fence, put together as the run puts the program together. */
export function typeUnits(fences: readonly CodeFence[]): TypeUnit[] {
  const runs = fences.filter((fence) => fence.mode === 'run');
  return fences.map((fence) => {
    const near = runs.filter(({ page }) => page === fence.page);
    const parts = fence.mode === 'run' ? programFences(near, near.indexOf(fence)) : [fence];
    return { fence, codes: parts.map(({ code }) => code) };
  });
}

/** 0-based line of the module on which the fence itself begins. */
export function firstLineOf({ codes }: TypeUnit): number {
  return codes.slice(0, -1).reduce((sum, code) => sum + code.split('\n').length, 0);
}
