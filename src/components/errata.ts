import { chapters, type Erratum } from '../book/index.ts';

/** The corrections of a day, by page. */
export interface ErrataDay {
  readonly date: string;
  readonly count: number;
  readonly pages: readonly {
    readonly page: string;
    readonly title: string;
    readonly entries: readonly Erratum[];
  }[];
}

/** Pages that are no chapter, by their address. */
const TITLES: Readonly<Record<string, string>> = {
  '/debate/': 'The debate',
  '/timeline/': 'The timeline',
  '/versions/': 'The versions of the series',
  '/glossary/': 'Glossary',
  '/unknown/': 'What we do not know',
};

/** Corrections by day, the last one first, and by page in the order of the list. */
export function errataByDay(errata: readonly Erratum[]): ErrataDay[] {
  const titles = new Map(chapters().map(({ route, title }) => [route, title]));
  const days = [...new Set(errata.map(({ date }) => date))].toSorted().toReversed();
  return days.map((date) => {
    const own = errata.filter((one) => one.date === date);
    const pages = [...new Set(own.map(({ page }) => page))].map((page) => ({
      page,
      title: titles.get(page) ?? TITLES[page] ?? page,
      entries: own.filter((one) => one.page === page),
    }));
    return { date, count: own.length, pages };
  });
}
