/** Pages made of a data file, by the file's name. Those of the glossary and the open points show more. */
const PAGES: Readonly<Record<string, readonly [name: string, route: string]>> = {
  positions: ['Positions in the debate', '/debate/'],
  topics: ['Questions of the debate', '/debate/'],
  timeline: ['The timeline', '/timeline/'],
  advisories: ['The advisories', ''],
  cpus: ['The list of CPUs', ''],
  versions: ['The versions of the series', '/versions/'],
};
const templates = Object.keys(import.meta.glob('../pages/**/*.astro'));

/** Where the data files that cite a source are shown; a page that the site lacks is not linked. */
export function dataPages(files: readonly string[]): { name: string; route: string | null }[] {
  return files.flatMap((file) => {
    if (file === 'glossary' || file === 'open') return [];
    if (file === 'model') return { name: 'The steps of the model’s decisions', route: null };
    const [name, route] = PAGES[file] ?? [`The list ${file}`, ''];
    const made = templates.some(
      (path) => route !== '' && path.startsWith(`../pages${route.replace(/\/$/, '')}`),
    );
    return { name, route: made ? route : null };
  });
}
