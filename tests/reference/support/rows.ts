import type { Site } from '../../site/browser.ts';

/** A row of a table as a reader without scripts gets it. */
export interface BuiltRow {
  readonly id: string;
  /** Heading of the group that the row stands under; empty where there is none. */
  readonly group: string;
  /** Values for the filters, by key. */
  readonly data: Readonly<Record<string, readonly string[]>>;
  /** Texts of the cells, the name of the row first; lines of a cell are joined by ` / `. */
  readonly cells: readonly string[];
}

/** Every row with an id on a built page, without scripts, by the first part of its id. */
export async function builtRows(site: Site, path: string): Promise<(name: string) => BuiltRow[]> {
  const page = await site.visit(path, {
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  });
  // A mark of what a kernel was seen to answer is no part of the model's answer.
  await page.$$eval('.seen', (marks) => marks.forEach((mark) => mark.remove()));
  const rows = await page.$$eval('table.tab tbody tr[id]', (all) =>
    all.map((row) => ({
      id: row.id,
      group: row.closest('tbody')?.querySelector('.tab-group')?.textContent ?? '',
      data: Object.fromEntries(
        Object.entries((row as HTMLElement).dataset).map(([key, value = '']) => [
          key,
          value.split(' '),
        ]),
      ),
      cells: [...row.children].map((cell) =>
        (cell as HTMLElement).innerText
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
          .join(' / '),
      ),
    })),
  );
  await page.context().close();
  return (name) => rows.filter(({ id }) => id.startsWith(`${name}-`));
}
