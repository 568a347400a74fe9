/**
 * The module that the box of Pagefind loads in place of Pagefind's own, which lies one folder above it
 * in the built site. All but the search is handed on.
 */
import { fitting, type Ask } from './fitting.ts';

interface Pagefind {
  readonly search: Ask;
  readonly debouncedSearch: Ask;
  readonly options: unknown;
  readonly init: unknown;
  readonly destroy: unknown;
  readonly filters: unknown;
  readonly mergeIndex: unknown;
  readonly preload: unknown;
}

const own = '../pagefind.js';
const pagefind = (await import(/* @vite-ignore */ own)) as Pagefind;

export const search = fitting(pagefind.search);
export const debouncedSearch = fitting(pagefind.debouncedSearch);
export const { options, init, destroy, filters, mergeIndex, preload } = pagefind;
