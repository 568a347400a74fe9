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

/** The path and the anchor to which an address leads, without their escapes; what is torn stays as it is. */
export const targetOf = ({
  pathname,
  hash,
}: URL): { readonly path: string; readonly id: string } => ({
  path: decoded(pathname, decodeURI) ?? pathname,
  id: decoded(hash.slice(1)) ?? hash.slice(1),
});
