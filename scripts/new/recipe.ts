/** What a recipe may know of the project: texts of its files, by their paths from the root. */
export interface Project {
  /** Null where there is no such file. */
  readonly read: (path: string) => string | null;
  /** Names of the files in a folder. */
  readonly list: (folder: string) => readonly string[];
}

/** A file as it is to stand, new or changed. */
export interface Written {
  readonly path: string;
  readonly text: string;
}

/** What a recipe makes, or why it makes nothing. */
export type Made =
  | { readonly ok: true; readonly files: readonly Written[]; readonly next: readonly string[] }
  | {
      readonly ok: false;
      readonly code: 'bad-name' | 'name-taken' | 'file-unread';
      readonly received: string;
      readonly expected: string;
      readonly remedy: string;
    };

export type Recipe = (name: string, project: Project) => Made;

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST = 40;

/** Why a name cannot be an address; null where it can. */
export function badSlug(name: string): Made | null {
  if (SLUG.test(name) && name.length <= LONGEST) return null;
  return {
    ok: false,
    code: 'bad-name',
    received: JSON.stringify(name),
    expected: `small letters, digits and single hyphens, a letter first, at most ${LONGEST}`,
    remedy: 'Write for example how-far-it-reaches.',
  };
}

/** The refusal of a name that something has already. */
export const taken = (name: string, where: string): Made => ({
  ok: false,
  code: 'name-taken',
  received: name,
  expected: `a name that nothing has; ${where} has this one`,
  remedy: 'Choose another name, or change what is there.',
});

/** The refusal where a file that has to be changed is not there, or not as it was known. */
export const unread = (path: string, expected: string): Made => ({
  ok: false,
  code: 'file-unread',
  received: path,
  expected,
  remedy: 'Make the change by hand; CONTRIBUTING.md says what belongs there.',
});

/** how-far-it-reaches as a title. */
export function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
