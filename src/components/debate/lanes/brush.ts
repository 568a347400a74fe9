/** Less is a click, and not a stroke. */
const STROKE = 5;

/** From where to where, in pixels of the window. */
type Stretch = readonly [left: number, right: number];

/** What a stroke over the picture shows and does. */
interface Brush {
  /** Shades a stretch; null takes the shade away. */
  shade(stretch: Stretch | null): void;
}

/**
 * brush lets a mouse or a pen draw over the lanes; `drawn` gets the stretch, null where it was a click
 * beside all links. A finger moves the frame, and fields below the picture choose the same.
 */
export function brush(lanes: SVGSVGElement, drawn: (stretch: Stretch | null) => void): Brush {
  const rect = document.createElementNS(lanes.namespaceURI ?? '', 'rect') as SVGRectElement;
  rect.setAttribute('class', 'tl-brush');
  rect.setAttribute('height', String(lanes.viewBox.baseVal.height));
  lanes.querySelector('rect')?.after(rect);

  function shade(stretch: Stretch | null): void {
    const { left, width } = lanes.getBoundingClientRect();
    const unit = lanes.viewBox.baseVal.width / width;
    const [from, to] = stretch ?? [left, left];
    rect.setAttribute('x', String((from - left) * unit));
    rect.setAttribute('width', String((to - from) * unit));
  }

  let start: number | null = null;
  const stretchTo = (end: number): Stretch | null =>
    start === null || Math.abs(end - start) < STROKE
      ? null
      : [Math.min(start, end), Math.max(start, end)];

  lanes.addEventListener('pointerdown', ({ pointerType, button, clientX, target }) => {
    if (pointerType === 'touch' || button !== 0 || (target as Element).closest('a')) return;
    start = clientX;
  });
  lanes.addEventListener('pointermove', ({ clientX, pointerId }) => {
    const stretch = stretchTo(clientX);
    if (!stretch) return;
    lanes.setPointerCapture(pointerId);
    shade(stretch);
  });
  lanes.addEventListener('pointerup', ({ clientX }) => {
    if (start === null) return;
    const stretch = stretchTo(clientX);
    start = null;
    drawn(stretch);
  });
  lanes.addEventListener('pointercancel', () => {
    start = null;
    shade(null);
  });
  return { shade };
}
