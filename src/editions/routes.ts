/** The last part of a route: `/guide/mte/` gives `mte`. */
export const slugOf = (route: string): string => route.split('/').at(-2) ?? '';

/** markdownRoute is where the Markdown of a chapter stands: `/guide/mte/` gives `/guide/mte.md`. */
export const markdownRoute = (route: string): string => route.replace(/\/$/, '.md');

/** fileOf is where a finished page or file stands in the folder of the site. */
export const fileOf = (folder: string, route: string): string =>
  `${folder}${route.slice(1)}${route.endsWith('/') ? 'index.html' : ''}`;
