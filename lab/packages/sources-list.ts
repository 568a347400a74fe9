import type { Arch, ListNeed, Suite } from './suites.ts';

/** Debian's archive keys. */
export const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** The lists that are fetched: of each suite only its packages, no translations, no icons. */
export function sourcesList(mirror: string, needs: readonly ListNeed[]): string {
  const suites = [...new Set(needs.map(({ suite }) => suite))];
  const lines = suites.map((suite) => {
    const archs = needs.filter((need) => need.suite === suite).map(({ arch }) => arch);
    // Some mirrors hold a list of sid that is past its date; its packages are checked all the same.
    const dated = suite === 'sid' ? ' check-valid-until=no' : '';
    return `deb [arch=${archs.join(',')} signed-by=${KEYRING}${dated}] ${mirror} ${suite} main\n`;
  });
  return lines.join('');
}

/** What `sourcesList` was written for. */
function needsIn(text: string): ListNeed[] {
  return [...text.matchAll(/^deb \[arch=([\w,]+) [^\]]*\] \S+ (\S+) main$/gm)].flatMap(
    ([, archs = '', suite]) =>
      archs.split(',').map((arch) => ({ suite: suite as Suite, arch: arch as Arch })),
  );
}

/** The lists of `before`, an earlier run's, and those of `needs`, each once: commands share a folder, and each keeps its own. */
export function withEarlier(before: string, needs: readonly ListNeed[]): ListNeed[] {
  const all = [...needsIn(before), ...needs];
  return [...new Map(all.map((need) => [`${need.suite}/${need.arch}`, need])).values()];
}
