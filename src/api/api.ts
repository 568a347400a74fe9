/** The public names of 'stage-two' as plain data, between TypeDoc and the page. */

/** Folders of the model that have public names, in the order of the page. */
export const AREAS = ['arch', 'kvm', 'machine', 'policy', 'explore', 'explain', 'base'] as const;
export type Area = (typeof AREAS)[number];

/** A parameter of a function, or a member of an interface. */
export interface ApiPart {
  readonly name: string;
  /** Its type as TypeScript text. */
  readonly type: string;
  readonly optional: boolean;
  /** Its docstring as Markdown; empty where there is none. */
  readonly doc: string;
}

/** One public name. */
export interface ApiEntry {
  readonly name: string;
  readonly kind: 'function' | 'constant' | 'class' | 'interface' | 'type';
  readonly area: Area;
  /** Path from the project root, and 1-based line. */
  readonly file: string;
  readonly line: number;
  /** The docstring as Markdown; empty where there is none. */
  readonly doc: string;
  /** The declaration without its body, as TypeScript text. */
  readonly signature: string;
  /** Parameters of a function, members of an interface or class. */
  readonly parts: readonly ApiPart[];
}

/** What exists at run time; the others are types. */
export const isValue = ({ kind }: ApiEntry): boolean =>
  kind === 'function' || kind === 'constant' || kind === 'class';

/** The first sentence of a docstring. */
export function firstSentence(doc: string): string {
  const text = doc.replace(/\s+/g, ' ').trim();
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}
