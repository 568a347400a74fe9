/** Words a minute of a technical text, read with care. */
const WORDS = 180;
/** Minutes to read a snippet, run it once, and look at what it prints. */
const SNIPPET = 1;

/** minutesOf says how long a page takes: its prose by words, and each snippet that runs. */
export function minutesOf(mdx: string): number {
  const text = mdx.replace(/^---\n[^]*?\n---\n/, '');
  const snippets = text.match(/^```ts run\b/gm)?.length ?? 0;
  const prose = text.replace(/^```[^]*?^```$/gm, ' ').replace(/<[^>]*>/g, ' ');
  const words = prose.split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.round(words / WORDS + snippets * SNIPPET));
}
