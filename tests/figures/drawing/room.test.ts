import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRAWINGS, drawingNamed } from '../../../src/figures/drawing/list.ts';
import { eventPicture } from '../../../src/figures/events/picture.ts';
import { threadsOf } from '../../../src/figures/events/run.ts';
import { witnessRecord } from '../../../src/components/observations/witness-record.ts';
import { stage } from '../../../src/figures/stage/draw.ts';
import { scenesOf } from '../../../src/figures/stepper/trace.ts';
import { explore, GUEST_S1S, HOSTS, POLICIES, PROPERTIES } from '../../../src/model/index.ts';
import type { HNode } from '../../../src/figures/show/node.ts';
import type * as Node from '../../../src/figures/show/node.ts';
import { figureSite, type FigureSite } from '../support/site.ts';
import { manyStatesOf } from '../support/states.ts';

declare const sinks: typeof Node;

let site: FigureSite;
let page: Page;
beforeAll(async () => {
  site = await figureSite();
  page = (await site.open('/frames/', { viewport: { width: 400, height: 900 } })).page;
  // The spacing that a reader may set (WCAG 2.2, 1.4.12): what has room so has room without it.
  await page.evaluate(() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
    document.adoptedStyleSheets = [spaced];
  });
  // The letters of the site, since those of this system have other widths.
  await page.evaluate(() =>
    Promise.all(
      [
        '13px "Stage Read"',
        '600 13px "Stage Read"',
        'italic 13px "Stage Read"',
        '12px "Stage Code"',
      ].map((face) => document.fonts.load(face)),
    ),
  );
}, 300_000);
afterAll(() => site.close());

/** What of the words of a picture has no room: outside of it, over its own box, or over other words. */
function cramped(svgs: HNode[]): string[][] {
  const seen = (element: Element | null): boolean =>
    element === null ||
    (getComputedStyle(element).display !== 'none' && seen(element.parentElement));
  return svgs.map((tree) => {
    const svg = sinks.toDom(tree) as SVGSVGElement;
    document.body.replaceChildren(svg);
    const { width, height } = svg.viewBox.baseVal;
    const found: string[] = [];
    const texts = [...svg.querySelectorAll('text')].filter(
      (text) => text.textContent !== '' && seen(text),
    );
    const boxes = texts.map((text) => text.getBBox());
    texts.forEach((text, i) => {
      const box = boxes[i] as DOMRect;
      const words = JSON.stringify(text.textContent);
      if (
        box.x < -0.5 ||
        box.y < -0.5 ||
        box.x + box.width > width + 0.5 ||
        box.y + box.height > height + 0.5
      )
        found.push(`${words} leaves the picture`);
      const around = text.parentElement?.querySelector<SVGGraphicsElement>(
        ':scope > rect, :scope > polygon',
      );
      const shape = around && seen(around) ? around.getBBox() : null;
      if (
        shape &&
        (box.x < shape.x - 1 || box.x + box.width > shape.x + shape.width + 1) &&
        text.parentElement !== (svg as Element)
      )
        found.push(`${words} is wider than its box`);
      boxes.forEach((other, j) => {
        if (j <= i) return;
        const across =
          Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
        const down =
          Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
        // Lines have air above and below their letters.
        if (across > 2 && down > 5)
          found.push(`${words} covers ${JSON.stringify(texts[j]?.textContent)}`);
      });
    });
    const wires = [...svg.querySelectorAll('.sg-wire polyline')].filter((one) => seen(one));
    for (const wire of wires) {
      const points = (wire.getAttribute('points') ?? '')
        .split(' ')
        .map((one) => one.split(',').map(Number));
      points.slice(1).forEach(([x = 0, y = 0], n) => {
        const [fromX = 0, fromY = 0] = points[n] ?? [];
        texts.forEach((text, i) => {
          const box = boxes[i] as DOMRect;
          const overX =
            Math.max(x, fromX) > box.x + 2 && Math.min(x, fromX) < box.x + box.width - 2;
          const overY =
            Math.max(y, fromY) > box.y + 5 && Math.min(y, fromY) < box.y + box.height - 4;
          // Words on a leaf or a tile stand on their own ground, over the wire.
          if (overX && overY && text.closest('.sg-leaf, .sg-tile') === null)
            found.push(`a wire runs through ${JSON.stringify(text.textContent)}`);
        });
      });
    }
    return found;
  });
}

/** What is cramped in any of the pictures, with the place of each. */
async function told(all: readonly { where: unknown; svg: HNode }[]): Promise<string[]> {
  const found = await page.evaluate(
    cramped,
    all.map(({ svg }) => svg),
  );
  return found.flatMap((lines, i) =>
    lines.map((line) => `${JSON.stringify(all[i]?.where)}: ${line}`),
  );
}

describe('the words of the machine', () => {
  it('have room in every step of every trace', async () => {
    const all = POLICIES.flatMap(({ name: policy }) =>
      HOSTS.flatMap((host) =>
        GUEST_S1S.flatMap((guestS1) =>
          PROPERTIES.flatMap((property) => {
            const { trace = [] } = explore({ policy, host, guestS1, property });
            return scenesOf(trace, property).map((scene, i) => ({
              where: { policy, ...host, guestS1, property, step: i + 1 },
              svg: stage(scene),
            }));
          }),
        ),
      ),
    );
    expect(all.length).toBeGreaterThan(300);
    expect((await told(all)).slice(0, 12)).toEqual([]);
  });
});

it("the words of herd7's graphs have room", async () => {
  const all = witnessRecord().programs.map(({ name, graph }) => ({
    where: name,
    svg: eventPicture(graph, threadsOf(name), () => 'sg-moves'),
  }));
  expect(await told(all)).toEqual([]);
});

describe.each(Object.keys(DRAWINGS))('the words of the drawing %s', async (name) => {
  const drawing = await drawingNamed(name);

  it('have room in every state', async () => {
    const states = manyStatesOf(drawing);
    const all = states.flatMap((values) =>
      drawing.frames(values).map(({ svg }, i) => ({ where: { values, step: i + 1 }, svg })),
    );
    expect((await told(all)).slice(0, 12)).toEqual([]);
  });
});
