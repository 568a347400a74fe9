/** A version of the site, from the changelog. */
export interface Version {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** What changed, one line each. */
  readonly text: string;
}

/** readVersions gives the dated sections of a changelog; what is not released has no date. */
export function readVersions(changelog: string): Version[] {
  const sections = changelog.split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const [, name, date] = /^(\S+) \((\d{4}-\d{2}-\d{2})\)/.exec(section) ?? [];
    if (name === undefined || date === undefined) return [];
    return [{ name, date, text: section.slice(section.indexOf('\n')).trim() }];
  });
}
