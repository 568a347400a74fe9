export { renderShow } from './render-show.ts';
