/** What is read of an entry of package-lock.json. */
export interface Entry {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Entries of a lock, by their place: `node_modules/astro`, a name for each package. */
export type Packages = Readonly<Record<string, Entry>>;

/** The name of a package, from its place in the lock. */
export const nameAt = (place: string): string => place.split('node_modules/').at(-1) ?? place;

/** Places of what a production install brings, the project itself left out. */
export const production = (packages: Packages): string[] =>
  Object.keys(packages).filter((place) => place !== '' && packages[place]?.dev !== true);
