// cspell:words noformat
/** What a terminal obeys: colours and titles, also where the escape itself is written out or lost. */
const COLOURS =
  /(?![\t\n\r])\p{Cc}(?:\[[0-?]{0,30}[ -/]{0,5}[@-~]|\][^\p{Cc}]{0,200}(?:\p{Cc}\\?)?)|(?:\^\[|\\(?:u001b|x1b|033|e))\[[0-9;]{0,20}[mK]|\[\d{1,3}(?:;\d{1,3}){0,4}m/giu;

/** How each of these begins, asked first because it is cheap. */
// oxlint-disable-next-line no-control-regex
const MAY_COLOUR = /[\0-\x08\x0b-\x1f\x7f-\x9f]|\^\[|\\(?:u001b|x1b|033|e)\[|\[\d{1,3}[;m]/i;

/** What is not seen: control characters, marks of direction, joiners. */
const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufe00-\ufe0f]/gu;

const BLANKS = /[\p{Zs}\t]/gu;

/** Tags of forum posts; what `strace -y` puts between the same brackets stays. */
const INLINE_TAG =
  /<\/?(?:pre|code|b|i|u|em|strong|span|font|tt|kbd|samp|a|td|th|table|tbody|thead|ul|ol|blockquote|html|body|mark|small|details|summary|h[1-6])(?: [^<>]{0,300})?\/?>/gi;
const BREAKING_TAG = /<\/?(?:br|p|div|li|tr|hr)(?: [^<>]{0,300})?\/?>/gi;

/** Fences of trackers. */
const FENCE = /\{(?:code|noformat)(?::[\w|=.-]{0,60})?\}/g;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** What Markdown and LaTeX escape, and JSON within its quotes. */
const ESCAPED = /\\([_*[\]<>#~|"])/g;

/**
 * One line without the marks of where it stood: without colours, marks that turn the direction and HTML,
 * with plain quotes, dashes and blanks. A line break that is written out (`\n` in a JSON log, `<br>`)
 * gives several lines.
 */
export function unmarked(raw: string): string[] {
  let text = raw.startsWith('{') ? logged(raw) : raw;
  if (MAY_COLOUR.test(text)) text = text.replace(COLOURS, '');
  if (text.includes('\\')) text = text.replace(ESCAPED, '$1');
  if (text.includes('=3D')) text = text.replaceAll('=3D', '=').replaceAll('=20', ' ');
  if (text.includes('<')) text = text.replace(INLINE_TAG, '').replace(BREAKING_TAG, '\n');
  if (text.includes('{')) text = text.replace(FENCE, '');
  if (text.includes('&')) text = text.replace(/&(#?\w{2,8});/g, entity);
  if (/[^ -~\n]/.test(text)) text = plain(text);
  return text.includes('\\n') ? text.split(/\n|\\r\\n|\\n/) : text.split('\n');
}

/** What a program printed, in an entry of a log that is JSON: docker's, the journal's, those of Go. */
function logged(raw: string): string {
  if (!/"(?:log|MESSAGE|message|msg)" ?:/.test(raw)) return raw;
  try {
    const entry = JSON.parse(raw) as Readonly<Record<string, unknown>>;
    const said = entry['log'] ?? entry['MESSAGE'] ?? entry['message'] ?? entry['msg'];
    const error = typeof entry['error'] === 'string' ? `: ${entry['error']}` : '';
    return typeof said === 'string' ? `${said.trimEnd()}${error}` : raw;
  } catch {
    return raw;
  }
}

function plain(text: string): string {
  return text
    .split('\n')
    .map((part) =>
      part
        .normalize('NFKC')
        .replace(BLANKS, ' ')
        .replace(UNSEEN, '')
        .replace(/[‘’‚‛´]/g, "'")
        .replace(/[“”„«»]/g, '"')
        .replace(/[−–—‐‑]/g, '-'),
    )
    .join('\n');
}

function entity(whole: string, name: string): string {
  const named = Object.hasOwn(ENTITIES, name.toLowerCase()) ? ENTITIES[name.toLowerCase()] : null;
  if (named) return named;
  const [, x, digits = ''] = /^#(x?)([0-9a-f]{1,6})$/i.exec(name) ?? [];
  const point = digits === '' ? NaN : parseInt(digits, x ? 16 : 10);
  return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
}
