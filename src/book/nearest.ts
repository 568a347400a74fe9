export { nearest } from '../model/index.ts';
