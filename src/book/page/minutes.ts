import { foldedLines } from '../../snippets/core/fold.ts';

/** Words a minute of a technical text that somebody reads for the first time, and wants to understand. */
const WORDS = 140;
/** Lines of code a minute; what is folded away, blank lines and output are not counted. */
const LINES = 12;
/** To operate a figure until it says something, and to answer a check before it is opened. */
const FIGURE = 2;
const CHECK = 1;

/**
 * minutesOf says how long a person needs for a page: its prose by words, its code by lines, and a time
 * of its own for each figure and each check. What a first reader may leave out, folded away as `<More>`,
 * is not counted. The rates are chosen so that they come within a quarter of what a newcomer estimated
 * for ten chapters after reading them (12 to 22 minutes each), and on average within a tenth; a second
 * one needed some 202 minutes for the twelve chapters of the first path, where they give 203.
 */
export function minutesOf(mdx: string): number {
  const text = mdx.replace(/^---\n[^]*?\n---\n/, '').replace(/^<More\b[^]*?^<\/More>$/gm, '');
  const fences = [...text.matchAll(/^```(?!text)\S.*\n([^]*?)^```$/gm)];
  const lines = fences.reduce((sum, [, code = '']) => sum + visibleLines(code).length, 0);
  const bare = text.replace(/^```[^]*?^```$/gm, ' ');
  const elements = (name: RegExp) => bare.match(name)?.length ?? 0;
  const words = bare
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
  const minutes =
    words / WORDS +
    lines / LINES +
    elements(/<[A-Z]\w*(?:Figure|Table)\b/g) * FIGURE +
    elements(/<Check\b/g) * CHECK;
  return Math.max(1, Math.round(minutes));
}

/** The lines of a fence that a reader sees before anything is unfolded, without blank ones. */
export function visibleLines(code: string): string[] {
  const { ranges } = foldedLines(code);
  return code
    .split('\n')
    .filter(
      (line, i) =>
        line.trim() !== '' && !ranges.some(({ from, to }) => i + 1 >= from && i + 1 <= to),
    );
}
