import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import type { Folder } from '../folder.ts';
import { lastLines, run, type Ended } from '../process/spawn.ts';
import { fileOf, type Package } from './package.ts';
import { findMirror } from './mirror.ts';
import { KEYRING, sourcesList, withEarlier } from './sources-list.ts';
import type { ListNeed } from './suites.ts';

const HELPER = '/usr/lib/apt/apt-helper';

/** A list of packages as apt keeps it. */
interface List extends ListNeed {
  readonly file: string;
  /** Address of the archive, with a slash at the end. */
  readonly mirror: string;
}

/** apt with a state of its own: what the machine has installed plays no part, and stays as it is. */
export class Apt {
  readonly #folder: Folder;
  readonly #conf: string;

  constructor(folder: Folder) {
    this.#folder = folder;
    this.#conf = join(folder.apt, 'apt.conf');
  }

  /** Fetches the package lists that `needs` names, and returns the bytes of it. */
  async update(needs: readonly ListNeed[]): Promise<number> {
    if (!existsSync(KEYRING)) {
      throw new LabFailure(
        'no-keyring',
        `no ${KEYRING}`,
        "Debian's archive keys, to verify what is downloaded",
        'apt-get install debian-archive-keyring',
      );
    }
    for (const path of ['lists/partial', 'cache/archives/partial'])
      mkdirSync(join(this.#folder.apt, path), { recursive: true });
    writeFileSync(join(this.#folder.apt, 'status'), '');
    writeFileSync(this.#conf, configuration(this.#folder.apt));
    const all = join(this.#folder.apt, 'sources.list');
    const now = join(this.#folder.apt, 'now.list');
    const before = existsSync(all) ? readFileSync(all, 'utf8') : '';
    const mirror = await findMirror();
    writeFileSync(all, sourcesList(mirror, withEarlier(before, needs)));
    writeFileSync(now, sourcesList(mirror, needs));
    // Only what this run needs is fetched; what another asked for stays.
    const ended = await this.#run('apt-get', ['update', '-o', `Dir::Etc::sourcelist=${now}`]);
    // apt-get update ends with 0 where a list could not be fetched, and says so in W: and E: lines.
    if (ended.code !== 0 || /^(?:E|W: Failed)/m.test(ended.err))
      throw noNetwork('the package lists', ended);
    return fetchedBytes(ended.out);
  }

  /** True where lists were fetched before. */
  hasLists(): boolean {
    return existsSync(this.#conf);
  }

  /** The lists that were fetched. */
  async lists(): Promise<List[]> {
    const format = '$(FILENAME)|$(RELEASE)|$(ARCHITECTURE)|$(REPO_URI)';
    const { out } = await this.#run('apt-get', ['indextargets', '--format', format]);
    return out
      .split('\n')
      .map((line) => line.split('|'))
      .filter((words) => words.length === 4)
      .map(([file = '', suite, arch, mirror = '']) => ({ file, suite, arch, mirror }) as List);
  }

  /** The text of a list, whatever it is compressed with. */
  async text(file: string): Promise<string> {
    const { out } = await this.#run(HELPER, ['cat-file', file]);
    return out;
  }

  /** Downloads packages, and holds each against the checksum of its list. */
  async download(packages: readonly Package[]): Promise<void> {
    const lists = await this.lists();
    const words = packages.flatMap((one) => {
      const mirror = lists.find(({ suite }) => suite === one.suite)?.mirror ?? '';
      return [`${mirror}${one.path}`, fileOf(one), `SHA256:${one.sha256}`];
    });
    const ended = await this.#run(HELPER, ['download-file', ...words], this.#folder.debs);
    if (ended.code !== 0) throw noNetwork(packages.map(({ name }) => name).join(', '), ended);
  }

  #run(command: string, args: readonly string[], cwd = this.#folder.apt): Promise<Ended> {
    return run(command, args, { cwd, env: { APT_CONFIG: this.#conf, LC_ALL: 'C' } });
  }
}

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** What apt-get says that it fetched, in bytes; 0 where it says nothing, as when all was there. */
export function fetchedBytes(out: string): number {
  const [, number = '0', unit = 'B'] = /^Fetched ([\d,.]+) (\w+) in/m.exec(out) ?? [];
  return Number(number.replaceAll(',', '')) * (UNITS[unit] ?? 1);
}

function noNetwork(what: string, { err }: Ended): LabFailure {
  return new LabFailure(
    'no-network',
    `no answer for ${what}`,
    "a Debian mirror that this machine's apt can reach",
    'look at the lines below; with what was downloaded before: the same with --offline',
    lastLines(err, 6),
  );
}

function configuration(folder: string): string {
  return [
    'APT::Architecture "amd64";',
    'APT::Architectures { "amd64"; "arm64"; };',
    'APT::Get::List-Cleanup "false";',
    'APT::Sandbox::User "";',
    `Dir::State "${folder}";`,
    `Dir::State::lists "${folder}/lists";`,
    `Dir::State::status "${folder}/status";`,
    `Dir::Cache "${folder}/cache";`,
    `Dir::Etc::sourcelist "${folder}/sources.list";`,
    'Dir::Etc::sourceparts "/dev/null";',
    'Dir::Etc::preferences "/dev/null";',
    'Dir::Etc::preferencesparts "/dev/null";',
    'Acquire::Languages "none";',
    'Acquire::PDiffs "false";',
    'Acquire::GzipIndexes "true";',
    'Acquire::Retries "2";',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";',
    '',
  ].join('\n');
}
