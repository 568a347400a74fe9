/** decoded is an address, or a part of one, without its escapes; null where they are torn. It never throws. */
export function decoded(
  text: string,
  decode: typeof decodeURI = decodeURIComponent,
): string | null {
  try {
    return decode(text);
  } catch {
    return null;
  }
}
