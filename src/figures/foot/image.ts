/** Presentation attributes that a picture takes from the style sheets of the page. */
const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'display',
  'visibility',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
];

/** Pixels for a unit of the picture: sharp on a slide. */
const SCALE = 3;
const MARGIN = 16;
const SVG = 'http://www.w3.org/2000/svg';

/** Copies what the page's sheets make of a picture into the copy of it. */
function resolve(from: Element, to: Element): void {
  const look = getComputedStyle(from);
  for (const name of LOOK) to.setAttribute(name, look.getPropertyValue(name));
  for (const name of ['class', 'data-tile', 'data-at', 'data-from', 'data-along', 'data-wire'])
    to.removeAttribute(name);
  [...from.children].forEach((child, i) => {
    const copy = to.children[i];
    if (copy) resolve(child, copy);
  });
}

/** A line of text in the colours of the page. */
function line(y: number, size: number, weight: number, color: string, words: string): Element {
  const text = document.createElementNS(SVG, 'text');
  const attributes = { x: 0, y, 'font-size': size, 'font-weight': weight, fill: color };
  for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value));
  text.setAttribute('font-family', getComputedStyle(document.body).fontFamily);
  text.textContent = words;
  return text;
}

/** Words on lines of at most so many letters. */
function lines(words: string, most: number): string[] {
  const all: string[] = [];
  for (const word of words.split(' ')) {
    const last = all.at(-1);
    if (last !== undefined && last.length + word.length < most)
      all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  return all;
}

/** The faces of the site that the page has asked for, as rules that bring their own data. */
async function faces(): Promise<string> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]');
  const rules = [...links].map(async ({ href }) => {
    const data = await (await fetch(href)).blob();
    const url = await new Promise<string>((done, failed) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => done(String(reader.result)));
      reader.addEventListener('error', () => failed(reader.error));
      reader.readAsDataURL(data);
    });
    const family = href.includes('code-') ? 'Stage Code' : 'Stage Read';
    const weight = href.includes('semibold') ? '600 700' : '400';
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${url})}`;
  });
  return (await Promise.all(rules)).join('');
}

/** The picture of a figure as one SVG that needs no page: its title above, where it is from below. */
function standalone(svg: SVGSVGElement, title: string, link: string): SVGSVGElement {
  const { width, height } = svg.viewBox.baseVal;
  const look = getComputedStyle(svg);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  resolve(svg, copy);
  const heads = lines(title, Math.floor(width / 8));
  const top = heads.length * 20;
  const size = { x: 0, y: top, width, height };
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, String(value));
  const whole = document.createElementNS(SVG, 'svg');
  const [w, h] = [width + 2 * MARGIN, top + height + 24 + 2 * MARGIN];
  whole.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${w} ${h}`);
  whole.setAttribute('width', String(w * SCALE));
  whole.setAttribute('height', String(h * SCALE));
  const caption = svg.closest('figure')?.querySelector('figcaption');
  const muted = caption ? getComputedStyle(caption).color : look.stroke;
  const site = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]');
  const from = `${site?.content ?? document.title} · ${link.replace(/^https?:\/\//, '').replace(/#.*/, '')}`;
  whole.append(
    ...heads.map((words, i) => line(12 + 20 * i, 15, 600, look.stroke, words)),
    copy,
    ...lines(from, 90)
      .slice(0, 1)
      .map((words) => line(top + height + 20, 9, 400, muted, words)),
  );
  return whole;
}

/** imageOf paints the picture of a figure as a PNG, with its title and the link to its state. */
export async function imageOf(root: HTMLElement, link: string): Promise<Blob> {
  const frame = root.querySelector('.strip > .is-at') ?? root.querySelector('.still') ?? root;
  const svg = frame.querySelector('svg');
  if (svg === null) throw new Error('The figure has no picture.');
  const [name, end] = ['b', '.verdict'].map(
    (part) => frame.querySelector(`.strip-name ${part}`)?.textContent ?? '',
  );
  const title = [name, end].filter(Boolean).join(': ');
  const picture = standalone(svg, title, link);
  const style = document.createElementNS(SVG, 'style');
  // Without its faces the picture is set in those of the system, and is still right.
  style.textContent = await faces().catch(() => '');
  picture.prepend(style);
  const image = new Image();
  const text = new XMLSerializer().serializeToString(picture);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const paint = canvas.getContext('2d');
  if (paint === null) throw new Error('The browser gives no canvas.');
  paint.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.drawImage(image, 0, 0);
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error('The browser gave no image.'))),
      'image/png',
    ),
  );
}
