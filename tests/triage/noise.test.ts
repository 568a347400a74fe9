import { describe, expect, it } from 'vitest';
import { ROWS, wrongIn, type Row } from './support/cases.ts';

/* What was pasted stays what it is when mail, terminals and web pages have been at it. */

const eachLine = (change: (line: string) => string) => (text: string) =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : change(line)))
    .join('\n');

const numbered = (text: string, sign: (n: number) => string) =>
  text
    .split('\n')
    .map((line, i) => `${sign(i + 1)}${line}`)
    .join('\n');

/** Lines of at most so many columns, as far as there are blanks to cut them at. */
const wrapped = (columns: number, sign: string) => (text: string) =>
  text
    .split('\n')
    .flatMap((line) => {
      const lines: string[] = [];
      let rest = line;
      for (let at; rest.length > columns && (at = rest.lastIndexOf(' ', columns)) > 8;) {
        lines.push(rest.slice(0, at));
        rest = rest.slice(at + 1);
      }
      return [...lines, rest];
    })
    .map((line) => (line === '' ? line : sign + line))
    .join('\n');

const NOISE: Readonly<Record<string, (text: string) => string>> = {
  'quoted twice in a mail': eachLine((line) => `> > ${line}`),
  'with lines that end in CR LF': (text) => text.replace(/\r?\n/g, '\r\n'),
  'in colours': eachLine((line) => `\u001b[1;31m${line}\u001b[0m\u001b[K`),
  'in colours whose escape is written out': eachLine((line) => `\\033[31m${line}\\033[0m`),
  'as HTML': (text) =>
    `<pre class="log">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</pre>`,
  'with marks that turn the direction': eachLine(
    (line) => `\u202b${line.replaceAll(' ', ' \u200f')}\u202c`,
  ),
  'with joiners inside of words': (text) => text.replace(/([A-Z])([A-Z])/g, '$1\u200b$2'),
  'with hard blanks': (text) => text.replace(/ (?=\S)/g, '\u00a0'),
  'with pretty quotes and dashes': (text) =>
    text
      .replaceAll('"', '”')
      .replaceAll("'", '’')
      .replace(/-(?=\d+ )/g, '\u2212'),
  'with the numbers of its lines': (text) => numbered(text, (n) => `${String(n).padStart(6)}\t`),
  'as grep -n prints it': (text) => numbered(text, (n) => `${n}:`),
  'as compose prints it': eachLine((line) => `vm-1  | ${line}`),
  'as entries of a log in JSON': eachLine((log) =>
    JSON.stringify({ log: `${log}\n`, stream: 'stderr', time: '2026-09-01T20:41:07Z' }),
  ),
  'quoted with a name': eachLine((line) => `JD> >> ${line}`),
  'quoted by an entity': eachLine((line) => `&gt; ${line.replaceAll('"', '“')}`),
  'behind bars': eachLine((line) => `| ${line}`),
  'as a list': eachLine((line) => `* ${line}`),
  'indented in a fence, with CR LF': (text) =>
    `\`\`\`\n${eachLine((line) => `    ${line}`)(text)}\n\`\`\``.replaceAll('\n', '\r\n'),
  'in the fence of a tracker': (text) => `{code:bash}\n${text}\n{code}`,
  'in a cell of a table': (text) =>
    `<table><tr><td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br/>')}</td></tr></table>`,
  'with tabs for blanks': (text) => text.replace(/ (?=\S)/g, '\t'),
  'with two blanks for each': (text) => text.replace(/(?<=\S) (?=\S)/g, '  '),
  'with empty lines between': (text) => text.replaceAll('\n', '\n\n'),
  'quoted, in colours, with hard blanks and CR LF': (text) =>
    eachLine((line) => `> > \u001b[33m${line.replace(/ (?=\S)/g, '\u00a0')}\u001b[0m`)(
      text,
    ).replaceAll('\n', '\r\n'),
  'with marks of direction, as quoted-printable, with CR LF': (text) =>
    `${eachLine((line) => `\u2067${line.replaceAll('=', '=3D')}\u2069`)(text)}\nx=3Dy`.replaceAll(
      '\n',
      '\r\n',
    ),
  'with what the journal writes before it': eachLine(
    (line) => `2026-09-01T20:41:07.123456+02:00 host01 vm.sh[4711]: ${line}`,
  ),
  'as a pod logs it': eachLine((line) => `2026-09-01T20:41:07.123456789Z stderr F ${line}`),
  'with the time since boot': eachLine((line) => `[12345.678901] ${line}`),
  'with the time of day': eachLine((line) => `[Tue Sep  1 20:41:07 2026] ${line}`),
  'of one process of several': eachLine((line) => `[pid 4711] ${line}`),
  'told in a chat': eachLine((line) => `20:41 < jd> ${line}`),
  'told in a chat with brackets': eachLine((line) => `[20:31] kim.b: ${line}`),
  'as what a patch adds': eachLine((line) => `+${line}`),
  'in bold': eachLine((line) => `**${line}**`),
  'with escaped signs': (text) => text.replace(/[_[\]]/g, '\\$&'),
  'as a list in YAML': eachLine((line) => `  - "${line.replaceAll('"', '\\"')}"`),
  'with numbers and full stops': (text) => numbered(text, (n) => `${n}. `),
  'wrapped by a mail': wrapped(72, ''),
  'wrapped and quoted': wrapped(72, '> '),
  'in a narrow terminal': wrapped(80, ''),
  'wrapped at 56 columns': wrapped(56, ''),
  'wrapped at 50 columns': wrapped(50, ''),
  'in small letters alone': (text) => text.toLowerCase(),
  'in carriage returns alone': (text) => text.replaceAll('\n', '\r'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'as one line of JSON': (text) => JSON.stringify(text).slice(1, -1),
  'as quoted-printable': (text) => `${text.replaceAll('=', '=3D')}\nx=3Dy`,
  'with hexadecimal digits in groups': (text) =>
    text.replace(/0x([0-9a-fA-F]{8})([0-9a-fA-F]{8})(?![0-9a-fA-F_])/g, '0x$1_$2'),
  'with large hexadecimal digits': (text) =>
    text.replace(/0x[0-9a-f]+/g, (digits) => `0x${digits.slice(2).toUpperCase()}`),
  'with the numbers of slots in decimal': (text) =>
    text.replace(
      /((?:guest_phys_addr|memory_size|userspace_addr)=)(0x[0-9a-f]+)/g,
      (_, name, digits) => `${name}${BigInt(digits)}`,
    ),
};

/** Rows whose text is not the same any more under a noise: a bare number, and markup that runs on. */
const SPOILT: Readonly<Record<string, readonly string[]>> = {
  'as one line of JSON': ['minus-14', 'hostile-markup'],
  'as quoted-printable': ['minus-14'],
  // One line has no frame: the number before the colon could be its own.
  'with the numbers of its lines': ['minus-14'],
  'as grep -n prints it': ['minus-14'],
  'as compose prints it': ['minus-14'],
  'with what the journal writes before it': ['minus-14'],
  'as a pod logs it': ['minus-14'],
  'with the time since boot': ['minus-14'],
  'with the time of day': ['minus-14'],
  'of one process of several': ['minus-14'],
  'told in a chat': ['minus-14'],
  'with numbers and full stops': ['minus-14'],
  'as what a patch adds': ['minus-14'],
  'as a list in YAML': ['minus-14'],
  'told in a chat with brackets': ['minus-14'],
  // The name of a CPU is kept as it was written.
  'in small letters alone': ['virtio-ring-not-a-head'],
  'with marks of direction, as quoted-printable, with CR LF': ['minus-14'],
};

const heard = (row: Row, noise: string, change: (text: string) => string) =>
  SPOILT[noise]?.includes(row.id) ? [] : wrongIn({ ...row, input: change(row.input) });

describe.each(Object.entries(NOISE))('a text %s', (noise, change) => {
  it('has the same answer', () => {
    const wrong = ROWS.map((row) => [row.id, heard(row, noise, change)] as const);
    expect(wrong.filter(([, problems]) => problems.length > 0)).toEqual([]);
  });
});

it('a text between lines that say nothing has the same answer', () => {
  const around = (text: string) =>
    `Hello all,\n\nthis is what we see:\n\n${text}\n\nAny idea?\n--\nJ.\n`;
  const rows = ROWS.filter(({ id }) => id !== 'minus-14');
  expect(rows.flatMap((row) => wrongIn({ ...row, input: around(row.input) }))).toEqual([]);
});
