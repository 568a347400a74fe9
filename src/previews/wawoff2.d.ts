declare module 'wawoff2' {
  /** Gives a font as TTF. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}
