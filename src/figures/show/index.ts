export { renderShow } from './render-show.ts';
export { h, toDom, toHtmlString } from './node.ts';
export type { HElement, HNode } from './node.ts';
