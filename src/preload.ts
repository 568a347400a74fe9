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
});
