/**
 * The module that the box of Pagefind loads in place of Pagefind's own, which lies one folder above it
 * in the built site. All but the search is handed on.
 */
import { fitting, type Ask } from './fitting.ts';
import { telling } from './lost.ts';

type Call = (...given: readonly unknown[]) => Promise<unknown>;

interface Pagefind {
  readonly search: Ask;
  readonly debouncedSearch: Ask;
  readonly options: Call;
  readonly init: unknown;
  readonly destroy: unknown;
  readonly filters: Call;
  readonly mergeIndex: unknown;
  readonly preload: Call;
}

const own = '../pagefind.js';
const pagefind = (await import(/* @vite-ignore */ own)) as Pagefind;

export const search = telling(fitting(pagefind.search));
export const debouncedSearch = telling(fitting(pagefind.debouncedSearch));
export const options = telling(pagefind.options);
export const filters = telling(pagefind.filters);
export const preload = telling(pagefind.preload);
export const { init, destroy, mergeIndex } = pagefind;
