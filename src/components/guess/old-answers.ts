/** What is known of each card, by its address as answers have it: whether it is true. */
export type Truths = Readonly<Record<string, boolean>>;

/**
 * oldAnswers are guesses that were kept for themselves, by the heading of the card, as the answers that they
 * are: `text` is what was kept. What is no guess, or on no card, is left out.
 */
export function oldAnswers(text: string | null, truths: Truths): Record<string, boolean> {
  try {
    const guesses = new Map<string, unknown>(
      Object.entries({ ...(JSON.parse(text ?? '{}') as object) }),
    );
    return Object.fromEntries(
      Object.entries(truths).flatMap(([question, is]): [string, boolean][] => {
        const guess = guesses.get(question.slice(question.indexOf('#') + 1));
        return guess === 'true' || guess === 'false' ? [[question, guess === String(is)]] : [];
      }),
    );
  } catch {
    return {};
  }
}
