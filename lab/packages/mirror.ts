import { run } from '../process/spawn.ts';

const DEFAULT = 'http://deb.debian.org/debian';

/** The Debian mirror that this machine's apt uses, or Debian's own. */
export async function findMirror(): Promise<string> {
  const { out } = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)']);
  return mirrorOf(out);
}

/** The first address of a Debian archive (not of its security updates) in a list of addresses. */
export function mirrorOf(addresses: string): string {
  const found = addresses
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .find((line) => /^https?:\/\/[^\s"]+\/debian$/.test(line));
  return found ?? DEFAULT;
}
