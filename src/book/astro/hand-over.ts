/**
 * handOver gives the text of a module whose default export is what `ask` answers, asked each time that the
 * module is evaluated. Pages are made in the process of the integrations: what is large gets there as
 * it is, not as text that is written, bundled and read.
 */
export function handOver(name: string, ask: () => Promise<unknown>): string {
  const key = `stage-two:${name}`;
  Reflect.set(globalThis, Symbol.for(key), ask);
  return `export default await globalThis[Symbol.for(${JSON.stringify(key)})]();`;
}
