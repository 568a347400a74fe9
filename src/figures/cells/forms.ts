import { csvLine } from '../../model/index.ts';
import type { Shown } from './grid.ts';

/** Forms in which a table leaves its page, with the words of their buttons. */
export const FORMS = { csv: 'Save CSV', json: 'Save JSON', mail: 'Copy for a mail' } as const;
export type Form = keyof typeof FORMS;

/** A table with its name and where it is. */
export interface Named {
  readonly name: string;
  readonly link: string;
  readonly shown: Shown;
}

/** In Markdown a bar ends a cell, and `<string>` would be HTML. */
const inMail = (text: string): string => text.replaceAll(/[|<]/g, String.raw`\$&`);

/** A table as CSV (RFC 4180), as JSON, or as Markdown that reads well in a mail. */
export function tableAs(form: Form, { name, link, shown: { columns, rows } }: Named): string {
  switch (form) {
    case 'csv':
      return [columns, ...rows].map(csvLine).join('');
    case 'json':
      return `${JSON.stringify({ table: name, link, columns, rows }, null, 1)}\n`;
    case 'mail':
      return [
        `**${name}**`,
        '',
        ...[columns, columns.map(() => '---'), ...rows].map(
          (row) => `| ${row.map(inMail).join(' | ')} |`,
        ),
        '',
        link,
        '',
      ].join('\n');
  }
}
