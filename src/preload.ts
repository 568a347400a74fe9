import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const HELPER = /\bvite\/preload-helper\.js$/;

/** Who asks for a module has the helper already. */
const withoutHelper = (_: string, files: string[]): string[] =>
  files.filter((file) => !/\/preload-helper\.[^/]*$/.test(file));

/** `files` are addresses below the folder of the site. What is asked for twice is fetched once all the same. */
const small = (base: string): string => `export function __vitePreload(load, files = []) {
  for (const file of files) {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }));
  }
  return load();
}`;

/** The table of files with which Vite begins a module, and a look into it. */
const TABLE = /^const __vite__mapDeps=.*?m\.f=(\["[^\]]*"\])\)\)\)=>i\.map\(i=>d\[i\]\);\n?/;
const LOOK = /__vite__mapDeps\(\[([\d,]*)\]\)/g;

/**
 * plainLists writes the files where they are asked for. Most modules ask once, and for them the table is
 * longer than what it names. What is written otherwise than here is left as it is.
 */
export function plainLists(code: string): string {
  const table = TABLE.exec(code);
  if (table === null) return code;
  const files = JSON.parse(table[1] ?? '[]') as string[];
  const plain = code
    .slice(table[0].length)
    .replace(LOOK, (_, places: string) =>
      JSON.stringify(places === '' ? [] : places.split(',').map((place) => files[Number(place)])),
    );
  return plain.includes('__vite__mapDeps') || plain.length >= code.length ? code : plain;
}

/**
 * Vite hands each `import()` to a function that first asks for the modules that it will need, so that they
 * come at once. Its own is larger than all that most pages load: it waits for style sheets too, which no
 * part of this site brings with it.
 */
export const smallPreload = (base: string): Plugin => ({
  name: 'small-preload',
  enforce: 'pre',
  apply: 'build',
  load: { filter: { id: HELPER }, handler: () => small(base) },
  config: () => ({ build: { modulePreload: { resolveDependencies: withoutHelper } } }),
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = plainLists(file.code);
    },
  },
});
