// Completes package-lock.json.
//
// npm writes no entry for an optional platform package that the registry in use does not carry,
// and `npm ci` then refuses the lock that `npm install` has just written. An entry with version,
// os and cpu is enough: npm skips the package where the platform does not match. Fields that an older npm
// takes out again (libc) are left out, so that no npm changes the lock.
//
//   node scripts/lock.ts [DIR]          adds what is missing to DIR/package-lock.json
//   node scripts/lock.ts --check [DIR]  exits 1 when something is missing
//
// DIR is the project's root unless given.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const OS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
  dev?: boolean;
  [key: string]: unknown;
}
interface Lock {
  packages: Record<string, Entry>;
  [key: string]: unknown;
}
interface Missing {
  key: string;
  name: string;
  version: string;
  dev: boolean;
}

/** os and cpu of a platform package, read from its name: `@scope/binding-linux-x64-musl`. */
export function platformOf(name: string) {
  const words = (name.split('/').at(-1) ?? '').split(/[-.]/);
  const win = words.some((word) => word === 'win32' || word === 'windows');
  const os = win ? 'win32' : OS.find((word) => words.includes(word));
  const cpu = words.includes('x64') ? 'x64' : CPU.find((word) => words.includes(word));
  return { os, cpu };
}

/** Where Node looks for `name` from the package at `path`: nearest folder first. */
function places(path: string, name: string): string[] {
  const parts = path === '' ? [] : path.split(/(?:^|\/)node_modules\//).slice(1);
  return parts
    .map((_, i) =>
      parts
        .slice(0, parts.length - i)
        .map((part) => `node_modules/${part}/`)
        .join(''),
    )
    .concat('')
    .map((folder) => `${folder}node_modules/${name}`);
}

const isExact = (range: string) => /^\d+\.\d+\.\d+[\w.+-]*$/.test(range);

/**
 * Optional dependencies that no entry satisfies: `[{ key, name, version, dev }]`, where `key` is the
 * outermost free place that the dependent package can see.
 */
export function missingEntries(lock: Lock): Missing[] {
  const missing = new Map<string, Missing>();
  const taken = (key: string) => lock.packages[key]?.version ?? missing.get(key)?.version;
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const keys = places(path, name);
      const found = keys.map(taken).find(Boolean);
      if (found && (found === version || !isExact(version))) continue;
      const key = keys.findLast((place) => !taken(place)) ?? `node_modules/${name}`;
      missing.set(key, { key, name, version, dev: entry.dev === true });
    }
  }
  return [...missing.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The lock as all versions of npm write it, with an entry for each missing package; `unknown` names those without a platform. */
export function completed(lock: Lock): { lock: Lock; unknown: string[] } {
  const packages = structuredClone(lock.packages);
  for (const entry of Object.values(packages)) delete entry['libc'];
  const unknown: string[] = [];
  for (const { key, name, version, dev } of missingEntries(lock)) {
    const { os, cpu } = platformOf(name);
    if (!os && !cpu) {
      unknown.push(`${name}@${version}`);
      continue;
    }
    packages[key] = {
      version,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(dev ? { dev: true } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
  }
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([a], [b]) => a.localeCompare(b)),
  );
  return { lock: { ...lock, packages: sorted }, unknown };
}

function main(args: readonly string[]): void {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? join(import.meta.dirname, '..');
  const file = join(folder, 'package-lock.json');
  const shown = relative(process.cwd(), file);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock);
  if (args.includes('--check')) {
    for (const { name, version } of missing)
      console.error(`${shown} has no entry for ${name}@${version}; run: npm run lock`);
    process.exitCode = missing.length ? 1 : 0;
    return;
  }
  const { lock: next, unknown } = completed(lock);
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
  console.log(`${missing.length - unknown.length} entries added to ${shown}`);
  for (const name of unknown) console.error(`no platform in the name of ${name}: add it by hand`);
  process.exitCode = unknown.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
