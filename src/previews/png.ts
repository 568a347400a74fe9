import { renderAsync } from '@resvg/resvg-js';

/** Makes a PNG of an SVG whose parts carry their own looks. It knows the fonts of these files alone. */
export async function pngOf(svg: string, fontFiles: readonly string[]): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: {
      fontFiles: [...fontFiles],
      loadSystemFonts: false,
      defaultFontFamily: 'Source Serif 4',
    },
    logLevel: 'off',
  });
  return new Uint8Array(image.asPng());
}
