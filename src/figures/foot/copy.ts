import { imageOf } from './image.ts';
import { save } from './save.ts';

/** The link to the state in which a figure stands. */
const linkOf = (root: HTMLElement): string =>
  root.querySelector<HTMLAnchorElement>('[data-part=link] a')?.href ?? location.href;

/** A name for a file: the figure and its state, such as leak-step-4. */
function fileName(root: HTMLElement): string {
  const state = [...new URL(linkOf(root)).searchParams].flat().join('-');
  const words = state.replace(/[^a-z0-9.]+/gi, '-');
  return `${words.slice(0, 60).replace(/^-+|-+$/g, '') || 'figure'}.png`;
}

async function copyLink(root: HTMLElement): Promise<string> {
  const link = linkOf(root);
  try {
    await navigator.clipboard.writeText(link);
    return 'Link copied.';
  } catch {
    return `The browser did not allow it. The link is ${link}`;
  }
}

async function copyImage(root: HTMLElement): Promise<string> {
  const image = imageOf(root, linkOf(root));
  try {
    // The promise goes in as it is: some browsers ask that the click itself writes.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
    return 'Image copied.';
  } catch {
    const name = fileName(root);
    save(await image, name);
    return `The browser does not copy images. It was asked to save ${name} instead.`;
  }
}

/** copy puts the link or the picture of a figure into the clipboard, and says what became of it. */
export async function copy(root: HTMLElement, what: string | undefined): Promise<void> {
  const line = root.querySelector('.fig-copied');
  const say = (words: string): void => {
    if (line) line.textContent = words;
  };
  say('');
  try {
    say(what === 'image' ? await copyImage(root) : await copyLink(root));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`The image could not be made: ${why} A screenshot of the figure does as well.`);
  }
}
