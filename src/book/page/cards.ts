import type { Page } from './page.ts';

/** A misunderstanding on a card that readers guess at. */
export interface Card {
  /** Its anchor: the name that `<Guess id>` gives it, else that of its heading. */
  readonly id: string;
  /** Address of its page. */
  readonly route: string;
  /** Anchor of its heading. */
  readonly heading: string;
  /** Its heading. */
  readonly says: string;
  readonly is: boolean;
}

/** The cards of a page in its order: headings with `<Guess>` under them. */
export function cardsOf({ elements, headings, route }: Page): Card[] {
  return elements
    .filter(({ name }) => name === 'Guess')
    .flatMap(({ line, attributes }): Card[] => {
      const above = headings.findLast((heading) => heading.line < line);
      if (above === undefined) return [];
      const { id: heading, value: says } = above;
      const is = attributes.get('is') === 'true';
      return [{ id: attributes.get('id') ?? heading, route, heading, says, is }];
    });
}
