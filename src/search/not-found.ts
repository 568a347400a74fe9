/** On the page for addresses that lead nowhere: searches for the words of the address. */
import { mountSearch } from './box.ts';

const box = document.querySelector<HTMLElement>('#not-found-search');
const words = decodeURIComponent(location.pathname)
  .replace(/\.\w+$/, '')
  .split(/[^\p{L}\p{N}]+/u)
  .filter((word) => word.length > 2 && word !== 'guide' && word !== 'reference');

if (box) void mountSearch(box, words.join(' '));
