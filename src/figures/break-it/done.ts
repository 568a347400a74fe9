/** Missions that are done, for as long as the tab lives. Storage may be refused: then while the page is open. */
const KEY = 'stage-two break-it';
const here = new Set<string>();

/** The keys of the missions that are done. */
export function doneMissions(): ReadonlySet<string> {
  try {
    for (const key of sessionStorage.getItem(KEY)?.split(' ') ?? []) here.add(key);
  } catch {
    // What was done on this page is still known.
  }
  return here;
}

/** Keeps that a mission is done. */
export function keepDone(key: string): void {
  here.add(key);
  try {
    sessionStorage.setItem(KEY, [...here].join(' '));
  } catch {
    // The page that is open knows it.
  }
}
