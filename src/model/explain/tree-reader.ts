/*
 * What a snippet hands over is read where the snippet runs, and it may have replaced any method of any
 * prototype: only plain syntax here, and built-in functions as they were before.
 */
const { isArray } = Array;
const { create, defineProperty, hasOwn } = Object;

type Bag = Readonly<Record<string, unknown>>;

/** Thrown where a value is no tree; nobody outside sees it. */
const NO_TREE = { noTree: true };

/** Reads plain data out of any value, each field once; what has another form ends it by an exception. */
export interface TreeReader {
  bag(value: unknown): Bag;
  text(value: unknown): string;
  flag(value: unknown): boolean;
  /** A text that is a name of the table. */
  oneOf<Name extends string>(value: unknown, table: Readonly<Record<Name, unknown>>): Name;
  list<T>(value: unknown, item: (one: unknown) => T): T[];
}

/** A reader with room for so many characters; each text and each item takes one more. */
export function treeReader(room: number): TreeReader {
  let left = room;
  const take = (size: number): void => {
    left -= size;
    if (left < 0) throw NO_TREE;
  };
  const text = (value: unknown): string => {
    if (typeof value !== 'string') throw NO_TREE;
    take(value.length + 1);
    return value;
  };
  return {
    text,
    bag(value) {
      if (typeof value !== 'object' || value === null) throw NO_TREE;
      return value as Bag;
    },
    flag(value) {
      if (typeof value !== 'boolean') throw NO_TREE;
      return value;
    },
    oneOf(value, table) {
      const name = text(value);
      if (!hasOwn(table, name)) throw NO_TREE;
      return name as keyof typeof table;
    },
    list(value, item) {
      if (!isArray(value)) throw NO_TREE;
      const { length } = value;
      const items: ReturnType<typeof item>[] = [];
      for (let i = 0; i < length; i++) {
        take(1);
        put(items, i, item(value[i]));
      }
      return items;
    },
  };
}

/** An own element, also where somebody put a setter into the prototype of all lists. */
function put<T>(to: T[], at: number, value: T): void {
  const element = create(null) as PropertyDescriptor;
  element.value = value;
  element.writable = element.enumerable = element.configurable = true;
  defineProperty(to, at, element);
}

/** `read`, or null where it ends by an exception. */
export const orNull = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === null ? null : read(value);
