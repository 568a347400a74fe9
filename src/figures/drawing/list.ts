import type { Drawing } from './drawing.ts';

/** Every drawing by its name; each is loaded where it is asked for, and nowhere else. */
export const DRAWINGS: Readonly<Record<string, () => Promise<{ readonly drawing: Drawing }>>> = {
  'asking-the-host': () => import('../drawings/asking-the-host/drawing.ts'),
  'block-sizes': () => import('../drawings/block-sizes/drawing.ts'),
  'caches-and-points': () => import('../drawings/caches-and-points/drawing.ts'),
  cca: () => import('../drawings/cca/drawing.ts'),
  'fwb-and-dic': () => import('../drawings/fwb-and-dic/drawing.ts'),
  'guest-memfd': () => import('../drawings/guest-memfd/drawing.ts'),
  'hand-over': () => import('../drawings/hand-over/drawing.ts'),
  'idc-and-dic': () => import('../drawings/idc-and-dic/drawing.ts'),
  'last-word': () => import('../drawings/last-word/drawing.ts'),
  leak: () => import('../drawings/leak/drawing.ts'),
  'leak-by-host': () => import('../drawings/leak-by-host/drawing.ts'),
  'memory-types': () => import('../drawings/memory-types/drawing.ts'),
  memslots: () => import('../drawings/memslots/drawing.ts'),
  nested: () => import('../drawings/nested/drawing.ts'),
  'no-struct-page': () => import('../drawings/no-struct-page/drawing.ts'),
  pkvm: () => import('../drawings/pkvm/drawing.ts'),
  readers: () => import('../drawings/readers/drawing.ts'),
  regimes: () => import('../drawings/regimes/drawing.ts'),
  'scrub-test': () => import('../drawings/scrub-test/drawing.ts'),
  'the-fault': () => import('../drawings/the-fault/drawing.ts'),
  'two-translations': () => import('../drawings/two-translations/drawing.ts'),
  vfio: () => import('../drawings/vfio/drawing.ts'),
  'what-fwb-changes': () => import('../drawings/what-fwb-changes/drawing.ts'),
};

/** drawingNamed loads a drawing. A name that is not in the list is a mistake of the page. */
export async function drawingNamed(name: string): Promise<Drawing> {
  const load = Object.hasOwn(DRAWINGS, name) ? DRAWINGS[name] : undefined;
  if (load === undefined)
    throw new Error(
      `DrawingFigure: there is no drawing ${JSON.stringify(name)}; expected one of ${Object.keys(DRAWINGS).join(', ')}.`,
    );
  return (await load()).drawing;
}
