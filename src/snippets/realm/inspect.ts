import { constructorName, errorText, exoticText, functionText } from './kind.ts';
import { layout } from './layout.ts';
import { add, list } from './list.ts';
import type { List } from './list.ts';
import * as p from './primordials.ts';
import { isIdentifier, quote } from './quote.ts';

const DEPTH = 7;
const ENTRIES = 100;
const LONG = 10_000;

/** What one printing keeps: the objects that it stands in, which of them are met again, and room. */
interface Walk {
  readonly open: List<object>;
  readonly again: List<object>;
  /** Characters that may still be made. */
  room: number;
}

/** inspect writes any value as text, alike in every host. It runs the value's own getters, no other code. */
export function inspect(value: unknown, room = 80_000, indent = 0): string {
  return write(value, { open: list(), again: list(), room }, indent);
}

/** primitiveText is the text of everything but objects; null: an object or a function. */
export function primitiveText(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value.length > LONG
        ? `${quote(p.slice(value, 0, LONG))}... ${value.length - LONG} more characters`
        : quote(value);
    case 'number':
      return p.is(value, -0) ? '-0' : `${value}`;
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return p.symbolToString(value);
    case 'object':
    case 'function':
      return value === null ? 'null' : null;
    default:
      return `${value as undefined | boolean}`;
  }
}

function write(value: unknown, walk: Walk, indent: number): string {
  if (walk.room < 0) return '…';
  const simple = primitiveText(value);
  const text = simple ?? writeObject(value as object, walk, indent);
  if (simple !== null) walk.room -= text.length + 2;
  return text;
}

function writeObject(value: object, walk: Walk, indent: number): string {
  for (let i = 0; i < walk.open.length; i++) {
    if (walk.open[i] === value) return `[Circular *${mark(walk.again, value)}]`;
  }
  const exotic = typeof value === 'function' ? functionText(value) : exoticText(value);
  const name = constructorName(value);
  if (exotic === null && walk.open.length >= DEPTH) return `[${name ?? 'Object'}]`;
  add(walk.open, value);
  const text =
    exotic === null
      ? writeEntries(value, name, walk, indent)
      : withKeys(exotic, value, walk, indent);
  walk.open.length -= 1;
  for (let i = 0; i < walk.again.length; i++) {
    if (walk.again[i] === value) return `<ref *${i + 1}> ${text}`;
  }
  return text;
}

function mark(again: List<object>, value: object): number {
  for (let i = 0; i < again.length; i++) if (again[i] === value) return i + 1;
  add(again, value);
  return again.length;
}

function writeEntries(value: object, name: string | null, walk: Walk, indent: number): string {
  const entries = list<string>();
  const at = indent + 2;
  if (p.isError(value)) {
    const cause = p.getOwnPropertyDescriptor(value, 'cause');
    if (cause) add(entries, `[cause]: ${write(cause.value, walk, at)}`);
    addKeys(entries, value, walk, at, false);
    const head = errorText(value);
    const bare = walk.open.length > 1 ? `[${head}]` : head;
    return entries.length === 0 ? bare : layout(`${bare} `, '{', '}', entries, indent, false);
  }
  if (p.isArray(value) || p.isView(value)) {
    const kind = p.isArray(value) ? 'Array' : name;
    const items = value as unknown as ArrayLike<unknown>;
    const length = items.length;
    for (let i = 0; i < length && i < ENTRIES && walk.room >= 0; i++) {
      add(entries, i in items ? write(items[i], walk, at) : '<empty>');
    }
    addRest(entries, length, 'item');
    addKeys(entries, value, walk, at, true);
    const prefix =
      kind === 'Array' && name === 'Array' ? '' : `${name ?? kind ?? 'Array'}(${length}) `;
    return layout(prefix, '[', ']', entries, indent, true);
  }
  let prefix = name === 'Object' ? '' : name === null ? '[Object: null prototype] ' : `${name} `;
  if (p.accepts(p.mapSize, value)) {
    const size = p.mapSize(value) as number;
    prefix = `${name ?? 'Map'}(${size}) `;
    p.mapForEach(value, (item, key) => {
      if (entries.length >= ENTRIES) return;
      add(entries, `${write(key, walk, at)} => ${write(item, walk, at)}`);
    });
    addRest(entries, size, 'item');
  } else if (p.accepts(p.setSize, value)) {
    const size = p.setSize(value) as number;
    prefix = `${name ?? 'Set'}(${size}) `;
    p.setForEach(value, (item) => {
      if (entries.length < ENTRIES) add(entries, write(item, walk, at));
    });
    addRest(entries, size, 'item');
  }
  addKeys(entries, value, walk, at, false);
  return layout(prefix, '{', '}', entries, indent, false);
}

function withKeys(head: string, value: object, walk: Walk, indent: number): string {
  const entries = list<string>();
  addKeys(entries, value, walk, indent + 2, false);
  return entries.length === 0 ? head : layout(`${head} `, '{', '}', entries, indent, false);
}

function addRest(entries: List<string>, length: number, noun: string): void {
  const more = length - ENTRIES;
  if (more > 0) add(entries, `... ${more} more ${noun}${more === 1 ? '' : 's'}`);
}

/** addKeys appends the own enumerable properties; of lists only those that are no index. */
function addKeys(
  entries: List<string>,
  value: object,
  walk: Walk,
  indent: number,
  indexed: boolean,
): void {
  const own = p.ownKeys(value);
  let count = 0;
  for (let i = 0; i < own.length && walk.room >= 0; i++) {
    const key = own[i] as string | symbol;
    if (indexed && typeof key === 'string' && isIndex(key)) continue;
    if (!p.isEnumerable(value, key)) continue;
    count += 1;
    if (count > ENTRIES) continue;
    add(entries, `${keyText(key)}: ${property(value, key, walk, indent)}`);
  }
  addRest(entries, count, 'key');
}

const isIndex = (key: string): boolean => {
  const code = p.charCodeAt(key, 0);
  return code >= 48 && code <= 57;
};

const keyText = (key: string | symbol): string =>
  typeof key === 'symbol'
    ? `[${p.symbolToString(key)}]`
    : key.length <= LONG && isIdentifier(key)
      ? key
      : (primitiveText(key) ?? '');

function property(value: object, key: PropertyKey, walk: Walk, indent: number): string {
  const found = p.getOwnPropertyDescriptor(value, key);
  if (found && !p.hasOwn(found, 'value') && found.get === undefined) return '[Setter]';
  let read: unknown;
  try {
    read = (value as Record<PropertyKey, unknown>)[key];
  } catch (thrown) {
    return `[Getter that throws ${p.isError(thrown) ? errorText(thrown) : 'a value'}]`;
  }
  return write(read, walk, indent);
}
