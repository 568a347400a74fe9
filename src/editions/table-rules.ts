import type TurndownService from 'turndown';
import { all } from './dom.ts';
import { markdownTable, tableGrid } from './table-grid.ts';
import type { SpannedCell } from './table-grid.ts';

/** Stands behind the text of a cell until its table is written; no text has it. */
const END = '\uE000';

/**
 * tableRules teaches a service tables: a line each row, every cell in its column. Of a well-known plugin's
 * rules two do harm here: two bars in code lose one, and a head of two rows is drawn as two heads.
 */
export function tableRules(service: TurndownService): void {
  service.addRule('cell', {
    filter: ['th', 'td'],
    replacement: (content) =>
      `${content
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|')}${END}`,
  });
  service.addRule('row', {
    filter: ['tr', 'thead', 'tbody', 'tfoot'],
    replacement: (content) => content,
  });
  service.addRule('table', {
    filter: 'table',
    replacement: (content, node) => `\n\n${written(content, node as Element)}\n\n`,
  });
}

function written(content: string, table: Element): string {
  const texts = content.split(END).values();
  const rows = all(table, 'tr').map((row) =>
    all(row, 'th, td').map((cell): SpannedCell => ({
      text: texts.next().value?.trim() ?? '',
      rowSpan: Number(cell.getAttribute('rowspan') ?? 1),
      colSpan: Number(cell.getAttribute('colspan') ?? 1),
    })),
  );
  return markdownTable(tableGrid(rows), all(table, 'thead > tr').length);
}
