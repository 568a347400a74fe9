/** What a preview says and shows. Texts are as they stand in HTML, with entities. */
export interface Card {
  readonly title: string;
  readonly description: string;
  /** A painted drawing; null where the page has none. */
  readonly drawing: string | null;
}

const MARGIN = 64;
/** Where the last line of words may stand. */
const FOOT = 576;
/** The place of a drawing. */
const PLACE = { x: 610, y: 56, width: 526, height: 518 };

/** About how wide a text is, in parts of its size. */
function widthOf(text: string): number {
  const letters = text.replace(/&#?\w+;/g, 'n');
  return [...letters].reduce(
    (sum, letter) =>
      sum + (/[A-Z_WMm@]/.test(letter) ? 0.72 : /[ i-jlt.,:;'’()]/.test(letter) ? 0.32 : 0.56),
    0,
  );
}

/** Lines that are at most so wide; a word that is wider has a line of its own. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The largest of some sizes at which a text has its room, with its lines. */
function fit(text: string, width: number, height: number, sizes: readonly number[]) {
  const tried = sizes.map((size) => ({ size, lines: wrap(text, width / size) }));
  return (
    tried.find(
      ({ size, lines }) =>
        lines.length * size * 1.16 <= height &&
        lines.every((line) => widthOf(line) * size <= width),
    ) ?? tried.at(-1)
  );
}

const text = (x: number, y: number, words: string, look: string): string =>
  `<text x="${x}" y="${y}" ${look}>${words}</text>`;
const READ = `font-family="'Source Serif 4'"`;
const BOLD = `font-family="'Source Serif 4 SemiBold'"`;

/** The lines for which there is room; what is left out is said. */
const cut = (lines: readonly string[], room: number): readonly string[] =>
  lines.length <= room
    ? lines
    : lines.slice(0, room).map((line, i) => (i === room - 1 ? `${line} …` : line));

/** A drawing as large as its place lets it be, in its middle. */
function placed(drawing: string): string {
  const [, width = 0, height = 0] =
    /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing)?.map(Number) ?? [];
  const scale = Math.min(PLACE.width / width, PLACE.height / height);
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const [x, y] = [PLACE.x + (PLACE.width - w) / 2, PLACE.y + (PLACE.height - h) / 2];
  return drawing.replace('<svg', `<svg x="${x}" y="${y}" width="${w}" height="${h}"`);
}

/** The preview of a page, 1200 by 630. `colour` gives what a token stands for. */
export function drawCard(
  { title, description, drawing }: Card,
  colour: (token: string) => string,
): string {
  const [ink, muted] = [colour('ink'), colour('muted')];
  const width = drawing === null ? 1200 - 2 * MARGIN : PLACE.x - 2 * MARGIN + 16;
  const sizes = drawing === null ? [84, 76, 68, 60] : [62, 56, 50, 44, 38, 32, 26];
  const head = fit(title, width, drawing === null ? 210 : 330, sizes);
  const lines = head?.lines ?? [];
  const size = head?.size ?? 60;
  const top = drawing === null ? 200 : 210;
  const below = top + lines.length * size * 1.16;
  const said = fit(
    description,
    width,
    FOOT - below,
    drawing === null ? [34, 30, 26] : [26, 23, 20],
  );
  const lead = (said?.size ?? 26) * 1.32;
  const room = Math.max(0, Math.floor((FOOT - below) / lead) + 1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">`,
    `<rect width="1200" height="630" fill="${colour('paper')}"/>`,
    `<g transform="translate(${MARGIN} 56) scale(2)"><rect x="1" y="1" width="17" height="13" fill="none" stroke="${ink}" stroke-width="2" stroke-dasharray="4 2.4"/><rect x="10" y="6" width="17" height="13" fill="${colour('accent')}"/></g>`,
    text(MARGIN + 74, 88, 'Stage Two', `${BOLD} font-size="34" fill="${ink}"`),
    ...lines.map((line, i) =>
      text(MARGIN, top + i * size * 1.16, line, `${BOLD} font-size="${size}" fill="${ink}"`),
    ),
    ...cut(said?.lines ?? [], room).map((line, i) =>
      text(MARGIN, below + i * lead, line, `${READ} font-size="${said?.size}" fill="${muted}"`),
    ),
    `<path d="M0 606h1200" stroke="${ink}" stroke-width="3"/><path d="M0 613h1200" stroke="${colour('edge')}" stroke-width="2"/>`,
    drawing === null ? '' : placed(drawing),
    '</svg>',
  ].join('');
}
