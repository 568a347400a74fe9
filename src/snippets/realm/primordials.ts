/**
 * Built-in functions as they were before the snippet ran. A snippet may overwrite any method of any
 * prototype in its realm; what reports its output uses these and plain syntax, so that it still does.
 */
const { bind, call } = Function.prototype;

/** uncurry turns a method into a function of its receiver that no later change of a prototype reaches. */
const uncurry = bind.bind(call) as <T, A extends unknown[], R>(
  method: (this: T, ...args: A) => R,
) => (self: T, ...args: A) => R;

const getter = (of: object, name: PropertyKey): ((self: unknown) => unknown) =>
  uncurry(Object.getOwnPropertyDescriptor(of, name)?.get ?? (() => undefined));

type Visit = (value: unknown, key: unknown) => void;

export const { ownKeys, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
export const { isArray } = Array;
export const { is, create, freeze, defineProperty, keys } = Object;
export const { stringify } = JSON;
export const { isView } = ArrayBuffer;
export const isError: (value: unknown) => boolean =
  (Error as { isError?: (value: unknown) => boolean }).isError ?? ((v) => v instanceof Error);

export const slice = uncurry(String.prototype.slice);
export const indexOf = uncurry(String.prototype.indexOf);
export const charCodeAt = uncurry(String.prototype.charCodeAt);
export const repeat = uncurry(String.prototype.repeat);
export const toHex = uncurry(Number.prototype.toString);
export const symbolToString = uncurry(Symbol.prototype.toString);
export const functionToString = uncurry(Function.prototype.toString);
export const hasOwn = uncurry(Object.prototype.hasOwnProperty);
export const isEnumerable = uncurry(Object.prototype.propertyIsEnumerable);
export const dateToISO = uncurry(Date.prototype.toISOString);
export const dateTime = uncurry(Date.prototype.getTime);
export const mapForEach: (self: unknown, visit: (value: unknown, key: unknown) => void) => void =
  uncurry(Map.prototype.forEach as (this: unknown, visit: Visit) => void);
export const setForEach: (self: unknown, visit: (value: unknown) => void) => void = uncurry(
  Set.prototype.forEach as (this: unknown, visit: Visit) => void,
);
export const mapSize = getter(Map.prototype, 'size');
export const setSize = getter(Set.prototype, 'size');
export const regExpSource = getter(RegExp.prototype, 'source');
export const regExpFlags = getter(RegExp.prototype, 'flags');
export const bufferLength = getter(ArrayBuffer.prototype, 'byteLength');

/** accepts says whether `f` accepts the receiver: the one test of a built-in kind that works across realms. */
export function accepts(f: (self: unknown) => unknown, value: unknown): boolean {
  try {
    return f(value) !== undefined;
  } catch {
    return false;
  }
}
