// cspell:words noformat
/** Digits at the begin of a line, as `cat -n`, `grep -n` and viewers write its number. */
const NUMBERED = /^\s{0,10}L?(\d{1,7})(?:[:\t|-] ?|\. | {2})/;
/** What else stands before every line of a text that came out of something. */
const FRAMES: readonly RegExp[] = [
  // docker compose, kubectl and others: the name of who printed it.
  /^\s{0,4}[\w./-]{1,60} {1,10}\| ?/,
  /^\s{0,4}(?:[*•]|\|{1,2}|-(?= ?\D)) {1,4}/,
  // A chat: when, and who.
  /^\s{0,4}\[?(?:\d{1,4}[-/.]\d\d[-/.]\d{1,4},? )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\]? {1,3}[\w.-]{1,30}: /i,
  // A patch that adds a log.
  /^\+ ?/,
];
/** Lists of texts in JSON and YAML. */
const QUOTED = /^\s{0,8}(?:- )?"(.{0,4000})",?\s*$/;
/** Lines that no frame need stand before: empty ones, and the fences of Markdown and trackers. */
const EMPTY = /^\s*(?:`{3,}\w{0,20}|~{3,}\w{0,20}|\{(?:code|noformat)[^}]{0,40}\})?\s*$/;
/** One line has no frame: what stands there is its own. */
const FEWEST = 2;

/** The lines without what stands before each of them because of where they were copied. */
export function unframed(lines: readonly string[]): readonly string[] {
  if (isCounted(lines)) return lines.map((line) => line.replace(NUMBERED, ''));
  if (isOnEach(lines, QUOTED)) return lines.map((line) => QUOTED.exec(line)?.[1] ?? line);
  const frame = FRAMES.find((form) => isOnEach(lines, form));
  if (frame !== undefined) return lines.map((line) => line.replace(frame, ''));
  const indent = indentOf(lines);
  return indent === ''
    ? lines
    : lines.map((line) => line.slice(line.startsWith(indent) ? indent.length : 0));
}

/** The blanks with which every line begins. */
function indentOf(lines: readonly string[]): string {
  let common: string | null = null;
  for (const line of lines) {
    if (EMPTY.test(line)) continue;
    const own: string = /^[ \t]{0,40}/.exec(line)?.[0] ?? '';
    common ??= own;
    while (!own.startsWith(common)) common = common.slice(0, -1);
    if (common === '') break;
  }
  return common ?? '';
}

function isOnEach(lines: readonly string[], form: RegExp): boolean {
  let seen = 0;
  for (const line of lines) {
    if (EMPTY.test(line)) continue;
    if (!form.test(line)) return false;
    seen++;
  }
  return seen >= FEWEST;
}

/** Every line has a number, and each is above the one before. */
function isCounted(lines: readonly string[]): boolean {
  let [last, seen] = [-1, 0];
  for (const line of lines) {
    if (EMPTY.test(line)) continue;
    const number = Number(NUMBERED.exec(line)?.[1] ?? -1);
    if (number <= last) return false;
    last = number;
    seen++;
  }
  return seen >= FEWEST;
}
