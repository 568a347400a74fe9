import { expect, it } from 'vitest';
import { drawing } from '../../../src/figures/drawings/readers/drawing.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';

// Who stands in B's place: the guest of the field's options, and three that are no guest (pKVM's host, two devices).
it.each([
  ['guest', 'B: a guest', 'caches off'],
  ['host', 'B: the host', 'uncached'],
  ['snoops', 'B: a device', 'snoops'],
  ['around', 'B: a device', 'No-Snoop'],
])('%s stands in the box of B by its name, until it reads', (reader, name, has) => {
  const pictures = drawing
    .frames({ ...drawing.preset, reader })
    .map(({ svg }) => toHtmlString(svg));
  for (const [i, picture] of pictures.entries()) {
    expect(picture).toContain(`>${name}<`);
    expect(picture.includes(`>${has}<`)).toBe(i < pictures.length - 1);
  }
  expect(pictures.at(-1)).toContain('>reads<');
});
