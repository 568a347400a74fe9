/** The globals of the language itself. All others are removed, so that a snippet meets the same everywhere. */
const LANGUAGE = new Set(
  (
    'globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent ' +
    'encodeURI encodeURIComponent escape unescape Object Function Array Number Boolean String Symbol BigInt Math ' +
    'JSON Reflect Proxy Date RegExp Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator Promise Error ' +
    'AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError ArrayBuffer DataView Intl ' +
    'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array ' +
    'Float64Array BigInt64Array BigUint64Array'
  ).split(' '),
);

/** lockdown removes from the global object and its prototypes all that is not the language. */
export function lockdown(): void {
  let at: object | null = globalThis;
  while (at !== null && at !== Object.prototype) {
    for (const key of Reflect.ownKeys(at)) {
      if (key === 'constructor' && at !== globalThis) continue;
      if (typeof key === 'string' ? LANGUAGE.has(key) : key === Symbol.toStringTag) continue;
      if (!Reflect.deleteProperty(at, key)) Reflect.set(at, key, undefined);
    }
    at = Reflect.getPrototypeOf(at);
  }
}
