import { parser as cpp } from '@lezer/cpp';
import { highlightCode } from '@lezer/highlight';
import { parser as javascript } from '@lezer/javascript';
import { h, toHtmlString } from '../../figures/show/node.ts';
import type { HNode } from '../../figures/show/node.ts';
import { classes } from './classes.ts';

const PARSERS = {
  c: cpp,
  js: javascript,
  ts: javascript.configure({ dialect: 'ts' }),
} as const;

/** highlightLines gives each line of code as nodes. Languages without a parser come out as plain text. */
export function highlightLines(code: string, lang: string): HNode[][] {
  if (lang === 'console') return code.split('\n').map(consoleLine);
  const parser = PARSERS[lang as keyof typeof PARSERS] as (typeof PARSERS)['ts'] | undefined;
  if (!parser) return code.split('\n').map((line) => (line === '' ? [] : [line]));
  const lines: HNode[][] = [[]];
  highlightCode(
    code,
    parser.parse(code),
    classes,
    (text, name) => void lines.at(-1)?.push(name === '' ? text : h('span', { class: name }, text)),
    () => lines.push([]),
  );
  return lines;
}

/** highlightToHtml is the content of a `<code>` element: tokens in `tok-*` classes, no styles. */
export const highlightToHtml = (code: string, lang: string): string =>
  highlightLines(code, lang)
    .map((line) => line.map(toHtmlString).join(''))
    .join('\n');

/** What is typed has a prompt before it; the rest of a console fence is what came back. */
function consoleLine(line: string): HNode[] {
  const prompt = /^[$#] /.exec(line)?.[0];
  if (prompt === undefined) return line === '' ? [] : [line];
  return [h('span', { class: 'tok-meta' }, prompt), line.slice(prompt.length)];
}
