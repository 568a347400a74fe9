import { mdxToJs, mdxToMdast, type MdastNode } from 'satteri';
import { satteriHeadingIdsPlugin, type SatteriAstroData } from '@astrojs/markdown-satteri';
import { Facts } from './facts.ts';

/** Where and why a page is not MDX; the line is 1-based. */
export interface SyntaxFault {
  line: number;
  message: string;
}

export type Parsed = { ok: true; facts: Facts } | { ok: false; fault: SyntaxFault };

/**
 * Reads what the checks need from the text of a page. Lines come from a parse of their own, since most
 * plugins see no positions while the site compiles; heading ids come from the site's own plugin.
 */
export function parsePage(text: string): Parsed {
  try {
    const facts = new Facts();
    visit(mdxToMdast(text), facts);
    // A parent takes its fences before those deeper in the tree; the order of the page counts.
    facts.fences.sort((a, b) => a.line - b.line);
    for (const [i, id] of headingIds(text).entries()) {
      facts.anchors.add(id);
      const heading = facts.headings[i];
      if (heading) heading.id = id;
    }
    return { ok: true, facts };
  } catch (error) {
    return { ok: false, fault: readFault(error) };
  }
}

function visit(node: MdastNode, facts: Facts): void {
  facts.take(node);
  if ('children' in node) for (const child of node.children) visit(child, facts);
}

function headingIds(text: string): string[] {
  const astro: SatteriAstroData = {
    frontmatter: {},
    headings: [],
    localImagePaths: new Set(),
    remoteImagePaths: new Set(),
  };
  // The features are those of the site's build: dashes and quotes of a heading go into its id.
  const features = { gfm: true, smartPunctuation: true };
  mdxToJs(text, { features, hastPlugins: [satteriHeadingIdsPlugin()], data: { astro } });
  return astro.headings.map((heading) => heading.slug);
}

/** The parser begins its messages with `line:column:` and ends them with its own rule name. */
function readFault(error: unknown): SyntaxFault {
  const text = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):\d+: ([\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(text);
  return match === null
    ? { line: 1, message: text }
    : { line: Number(match[1]), message: match[2] ?? text };
}
