import { nameAt, production, type Packages } from './lock.ts';

interface Listed {
  readonly name: string;
  readonly version: string;
}

const HEAD = `# Licences of what the site is built with

Written by \`npm run lists\` from \`package-lock.json\`; do not edit. It lists what \`npm ci --omit=dev\` may
bring on any platform, each package with its version, under the licence that the package itself names. A
test holds the list against the lock, and against the \`package.json\` of each package that is installed.
`;

const UNSEEN = `## Not seen

Packages for other platforms that the registry in use does not carry: the lock has their version and no sum,
and nobody has read their licence. They belong to the package that asks for them.
`;

/** licences is `docs/licences.md`: each production dependency of the lock under its licence. */
export function licences(packages: Packages): string {
  const groups = new Map<string, Listed[]>();
  const unseen: (Listed & { readonly of: string })[] = [];
  for (const place of production(packages)) {
    const { version = '', license } = packages[place] ?? {};
    const one = { name: nameAt(place), version };
    if (license === undefined) unseen.push({ ...one, of: askedBy(one.name, packages) });
    else groups.set(license, [...(groups.get(license) ?? []), one]);
  }
  const sorted = [...groups].toSorted(([a, of], [b, to]) => to.length - of.length || order(a, b));
  const parts = sorted.map(([licence, all]) => `## ${licence}\n\n${lines(all.map(shown))}`);
  const rest = lines(unseen.map((one) => `${shown(one)}, for ${one.of}`));
  return [HEAD, ...parts, ...(unseen.length > 0 ? [`${UNSEEN}\n${rest}`] : [])].join('\n');
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const shown = ({ name, version }: Listed): string => `- ${name} ${version}`;
const lines = (all: readonly string[]): string =>
  [...new Set(all)]
    .toSorted(order)
    .map((line) => `${line}\n`)
    .join('');

function askedBy(name: string, packages: Packages): string {
  const found = Object.entries(packages).find(([, entry]) => entry.optionalDependencies?.[name]);
  return found ? nameAt(found[0]) : 'no package of the lock';
}
