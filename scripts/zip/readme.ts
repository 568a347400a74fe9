import type { Edition } from '../../src/offline/edition.ts';

/** readme is what stands in the archive for whoever unpacks it. */
export const readme = ({ id, version }: Edition, date: Date | null): string =>
  `Stage Two: when may a guest map memory cacheable?

Version ${version}, edition ${id}${date === null ? '' : `, state of ${date.toISOString().slice(0, 10)}`}.

To read: open index.html in a browser. Pages, pictures and links work.

To search, run snippets and move figures, a browser wants a server; any one will do, under any
address. For example, in this folder:

    python3 -m http.server --bind 127.0.0.1

and then open http://127.0.0.1:8000/ in a browser. Nothing here asks for a network.

Code under the MIT licence, texts under CC BY 4.0, fonts under the SIL Open Font Licence.
`;
