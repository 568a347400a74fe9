/** Ways to the page of the sandbox with the site's own origin: a name, and the frame's attributes; null: no frame. */
export const FRAMINGS: readonly (readonly [name: string, attributes: string | null])[] = [
  ['framed by a stranger', ''],
  ['framed by a stranger who asks for its origin', 'sandbox="allow-scripts allow-same-origin"'],
  ['opened by itself', null],
];
