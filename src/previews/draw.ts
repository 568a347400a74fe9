import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kept } from '../book/kept.ts';
import { root } from '../root.ts';
import { drawCard } from './card.ts';
import { rawFonts, servedFonts } from './fonts.ts';
import { looks } from './looks.ts';
import { paint, resolve } from './paint.ts';
import { readPage } from './read-page.ts';
import { previewRoute } from './route.ts';

const VERSION = /"@resvg\/resvg-js": "([^"]+)"/;

/** Addresses of the finished pages in a folder of the site that have a picture of their own. */
function pagesOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('/index.html'))
    .map((name) => name.replace(/index\.html$/, ''))
    .filter((route) => previewRoute(route).startsWith('/previews/'))
    .toSorted();
}

/** The card of a finished page, as SVG that needs no style sheet. */
function cardsFrom(folder: string): (route: string) => string {
  const { tokens, rules } = looks();
  const colour = (name: string): string => resolve(tokens.get(`--${name}`) ?? '', tokens);
  return (route) => {
    const page = readPage(readFileSync(join(folder, route, 'index.html'), 'utf8'));
    const drawing = page.drawing === null ? null : paint(page.drawing, rules, tokens);
    return drawCard({ ...page, drawing }, colour);
  };
}

/**
 * Draws the picture of each chapter in a folder of the site from the finished page, and gives how many
 * there are. Pictures are kept by what is drawn; only those that changed are made again.
 */
export async function drawPreviews(folder: string, keptIn?: string): Promise<number> {
  const served = servedFonts();
  const sum = createHash('sha256');
  for (const font of served) sum.update(font);
  const version = VERSION.exec(readFileSync(join(root, 'package.json'), 'utf8'))?.[1];
  const stamp = `${version} ${sum.digest('hex')}`;
  const kept = new Kept<Uint8Array>('previews', stamp, keptIn);
  const routes = pagesOf(folder);
  const cards = routes.map(cardsFrom(folder));
  const fresh = [...new Set(cards)].filter((card) => kept.get(card) === undefined);
  await rasterise(fresh, served, (card, image) => kept.set(card, image));
  mkdirSync(join(folder, 'previews'), { recursive: true });
  for (const [nth, route] of routes.entries()) {
    const image = kept.get(cards[nth] ?? '');
    if (image) writeFileSync(join(folder, previewRoute(route)), image);
  }
  kept.save();
  return routes.length;
}

/** Makes images of cards. The rasteriser and the fonts are read only where there is one to make. */
async function rasterise(
  cards: readonly string[],
  served: readonly Buffer[],
  take: (card: string, image: Uint8Array) => void,
): Promise<void> {
  if (cards.length === 0) return;
  const { pngOf } = await import('./png.ts');
  const folder = mkdtempSync(join(tmpdir(), 'stage-two-fonts-'));
  try {
    const files = await rawFonts(served, folder);
    await Promise.all(cards.map(async (card) => take(card, await pngOf(card, files))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
