import type { Folder } from '../places.ts';
import type { Frontmatter } from './frontmatter.ts';

/** A fence of a page, as written. */
export interface Fence {
  /** First word of the info string; empty where there is none. */
  lang: string;
  /** The rest of the info string. */
  meta: string;
  /** The lines between the marks, without a final newline. */
  code: string;
  /** 1-based line of the opening mark; the code begins on the next one. */
  line: number;
  /** 1-based line of the closing mark. */
  end: number;
  /** The fence that stands right before this one, with nothing in between. */
  after: Fence | null;
}

/** Anything of a page that has a name or an address and a line. */
export interface Found {
  line: number;
  value: string;
}

/** A heading with its words. */
export interface Heading extends Found {
  depth: number;
  /** Its anchor, as the site numbers it. */
  id: string;
}

/** A JSX element of a page. An attribute that is not a plain string is null. */
export interface Element {
  name: string;
  line: number;
  /** 1-based line on which it ends. */
  end: number;
  /** The words between its tags. */
  text: string;
  attributes: ReadonlyMap<string, string | null>;
}

/** A piece of prose: the words of a text node, or one identifier in code type. */
export interface Prose extends Found {
  code: boolean;
}

/** A paragraph or list item under a heading. */
export interface Paragraph {
  line: number;
  text: string;
  /** True where a claim stands in it. */
  claimed: boolean;
}

export interface Image extends Found {
  alt: string;
}

/** What one walk over the tree of a page finds. */
export interface PageFacts {
  fences: readonly Fence[];
  elements: readonly Element[];
  links: readonly Found[];
  images: readonly Image[];
  prose: readonly Prose[];
  paragraphs: readonly Paragraph[];
  headings: readonly Heading[];
  /** The words before the first heading, listing, figure or table. */
  opening: string;
  /** Code of the page itself, outside its fences: imports, exports, and what it computes in braces. */
  code: readonly Found[];
  /** Ids that a link can lead to: headings as the site numbers them, and `id` attributes; null where unread. */
  anchors: ReadonlySet<string> | null;
  /** True where prose stands under a heading. */
  statesFacts: boolean;
}

/** A page as read, before any check of its parts. */
export interface Page extends PageFacts {
  section: Folder;
  /** File name without extension; the last part of the route. */
  slug: string;
  /** Address on the site, with slashes at both ends. */
  route: string;
  /** Absolute path, and the path that reports show. */
  path: string;
  file: string;
  /** How long it takes to read it and to run its snippets. */
  minutes: number;
  /** Null where the frontmatter has a problem. */
  frontmatter: Frontmatter | null;
  /** 1-based lines of the frontmatter keys. */
  keyLines: ReadonlyMap<string, number>;
  /** False where a fence takes the rest of the page, or nothing of it could be read. */
  whole: boolean;
}
