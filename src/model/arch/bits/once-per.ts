/** A layout depends on its options alone: oncePer makes the one of each key once. */
export function oncePer<Options extends readonly unknown[], Layout>(
  keyOf: (...options: Options) => string,
  make: (...options: Options) => Layout,
): (...options: Options) => Layout {
  const made = new Map<string, Layout>();
  return (...options) => {
    const key = keyOf(...options);
    let found = made.get(key);
    if (found === undefined) {
      found = make(...options);
      made.set(key, found);
    }
    return found;
  };
}
