/** What was guessed, by the address of the card's heading. It is kept where the browser lets the page. */
type Guesses = Record<string, 'true' | 'false'>;

const KEY = 'guesses';

/** Guesses that were kept; what is no guess is left out. */
export function read(): Guesses {
  const found: Guesses = {};
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const [name, guess] of Object.entries(kept ?? {}))
      if (guess === 'true' || guess === 'false') found[name] = guess;
  } catch {
    // Storage is closed to this page, or holds something else: nothing is guessed.
  }
  return found;
}

/** Keeps guesses for the next visit; none leave nothing behind. */
export function keep(guesses: Guesses): void {
  try {
    if (Object.keys(guesses).length > 0) localStorage.setItem(KEY, JSON.stringify(guesses));
    else localStorage.removeItem(KEY);
  } catch {
    // The score holds until the reader leaves the page.
  }
}
