/** On the page for addresses that lead nowhere: searches for the words of the address. */
import { routeOf } from '../address.ts';
import { mountSearch } from './box.ts';

const box = document.querySelector<HTMLElement>('#not-found-search');
const path =
  import.meta.env.BASE_URL === '/'
    ? location.pathname
    : routeOf(location.pathname, import.meta.env.BASE_URL);
/** An address may hold what stands for no letter. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const words = plain(path)
  .replace(/\.\w+$/, '')
  .split(/[^\p{L}\p{N}]+/u)
  .filter((word) => word.length > 2 && word !== 'guide' && word !== 'reference');

if (box) void mountSearch(box, () => words.join(' '));
