import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import type { AstroIntegration, AstroIntegrationLogger, AstroUserConfig } from 'astro';
import { checkBuiltFigures } from '../built/built-figures.ts';
import { checkBuiltLinks } from '../built/built-links.ts';
import { readBuiltSite } from '../built/built-site.ts';
import { wholeBook, type BegunBook } from '../check.ts';
import { currentTerms } from './current-terms.ts';
import { checksPlugin } from './checks-plugin.ts';
import { marksPlugin } from './marks-plugin.ts';
import { bookMdastPlugin } from './mdx-plugin.ts';
import { paragraphsPlugin } from './paragraphs-plugin.ts';
import type { Problem } from '../problems.ts';
import { renderReport } from '../report.ts';
import { BookState } from './state.ts';
import { bookVitePlugin } from './vite-plugin.ts';

const NOTICE = fileURLToPath(new URL('dev-notice.ts', import.meta.url));

/** How chapters become pages; fences are left to components. */
export const bookMarkdown: NonNullable<AstroUserConfig['markdown']> = {
  syntaxHighlight: false,
  processor: satteri({
    mdastPlugins: [paragraphsPlugin, marksPlugin(currentTerms), checksPlugin, bookMdastPlugin],
  }),
};

/**
 * Checks the content. A build with problems ends once, with the whole report: before it begins, or after
 * it where nothing but types is wrong, which are checked meanwhile, or where a template made a dead link or
 * an empty figure. The dev server goes on, logs the report and shows it.
 */
export function book(): AstroIntegration {
  const state = new BookState();
  return {
    name: 'book',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectScript, logger }) => {
        const warn = makeWarner(state, logger);
        updateConfig({ vite: { plugins: [bookVitePlugin(state, () => void warn())] } });
        if (command === 'build') {
          // The runs take all processors; while pages are made, all but one are idle.
          const begun = await state.begun('after');
          if ((await begun.run).problems.length > 0) failOn((await state.current()).problems);
        }
        if (command !== 'dev') return;
        injectScript('page', `import ${JSON.stringify(NOTICE)};`);
        void warn();
      },
      'astro:build:generated': async ({ dir }) => {
        const { problems } = await state.current();
        // What is wrong must not be there to be published.
        if (problems.length > 0) rmSync(fileURLToPath(dir), { recursive: true, force: true });
        failOn(problems);
      },
      'astro:build:done': ({ dir }) => {
        const built = readBuiltSite(fileURLToPath(dir));
        failOn([...checkBuiltLinks(built), ...checkBuiltFigures(built)]);
      },
    },
  };
}

/** Logs the report of each check once. */
function makeWarner(state: BookState, logger: AstroIntegrationLogger): () => Promise<void> {
  let last: BegunBook | null = null;
  return async () => {
    try {
      const begun = await state.begun();
      if (begun === last) return;
      last = begun;
      const { problems } = await wholeBook(begun);
      if (problems.length > 0) logger.warn(`\n${renderReport(problems)}`);
    } catch (error) {
      // The model may not compile while it is being edited; the next change begins a new check.
      logger.error(String(error));
    }
  };
}

function failOn(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const error = new Error(`\n${renderReport(problems)}`);
  // The report is for authors of content; a stack trace of the checker would only bury it.
  error.stack = '';
  throw error;
}
