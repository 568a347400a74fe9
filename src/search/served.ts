/**
 * The module that the box of Pagefind loads in place of Pagefind's own, which lies one folder above it
 * in the built site. All but the search is handed on.
 */
import { fitting, type Ask } from './fitting.ts';
import { anew, telling } from './lost.ts';

type Call = (...given: readonly unknown[]) => Promise<unknown>;

interface Pagefind {
  readonly search: Ask;
  readonly debouncedSearch: Ask;
  readonly options: Call;
  readonly init: unknown;
  readonly destroy: () => Promise<void>;
  readonly filters: Call;
  readonly mergeIndex: unknown;
  readonly preload: Call;
}

const own = '../pagefind.js';
const pagefind = (await import(/* @vite-ignore */ own)) as Pagefind;

/** What the box set, for a search that begins anew has forgotten it. */
let set: readonly unknown[] = [];
const after = anew(async () => {
  await pagefind.destroy();
  await pagefind.options(...set);
});

/** A page whose text comes after the answer is a part of it too. */
const whole: Ask = async (term, options) => {
  const answer = await fitting(pagefind.search)(term, options);
  const results = answer.results.map((one) => ({ ...one, data: after(telling(() => one.data())) }));
  return { ...answer, results };
};

export const search = after(telling(whole, true));
export const options: Call = (...given) => {
  set = given;
  return pagefind.options(...given);
};
export const filters = after(telling(pagefind.filters));
export const preload = after(telling(pagefind.preload));
export const { init, destroy, mergeIndex, debouncedSearch } = pagefind;
