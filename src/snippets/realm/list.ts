import { create } from './primordials.ts';

/** A list without a prototype: what a snippet does to Array.prototype does not reach it. */
export interface List<T> {
  length: number;
  [index: number]: T;
}

/** list makes an empty list. */
export function list<T>(): List<T> {
  const made = create(null) as List<T>;
  made.length = 0;
  return made;
}

/** add appends. */
export function add<T>(to: List<T>, item: T): void {
  to[to.length] = item;
  to.length += 1;
}

/** join puts strings together. */
export function join(parts: List<string>, separator: string): string {
  let out = '';
  for (let i = 0; i < parts.length; i++) out += (i === 0 ? '' : separator) + parts[i];
  return out;
}
