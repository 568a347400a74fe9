import { commandFor, hasTest, type State } from './commands.ts';
import { withState } from '../form/address.ts';
import { shownIn, wordsOf } from './grid.ts';

/** A figure of a page in the state in which it stands. */
export interface PageFigure {
  readonly name: string;
  /** The link to its state. */
  readonly link: string;
  readonly state: State;
  /** What it shows, in sentences. */
  readonly says: string;
  readonly command: string | null;
  /** Its element, or the name of its drawing: what it asks the model. */
  readonly kind: string;
}

/** Forms in which a figure leaves its page. */
export const FIGURE_FORMS = {
  link: 'Copy link',
  mail: 'Copy for a mail',
  json: 'Copy JSON',
  command: 'Copy command',
  test: 'Copy as a test',
} as const;
export type FigureForm = keyof typeof FIGURE_FORMS;

/** `kernel:v6.17,fwb:0` of a link, taken apart. */
function stateOf(link: URL): State {
  return fieldsOf(
    [...link.searchParams.values()].at(-1) ?? link.hash.replace(/^#[\w-]+=\d+\./, ''),
  );
}

function fieldsOf(written: string): State {
  return Object.fromEntries(
    written.split(',').flatMap((part) => {
      const colon = part.indexOf(':');
      return colon > 0 ? [[part.slice(0, colon), part.slice(colon + 1)]] : [];
    }),
  );
}

/** The frame that is shown, or all of the figure but its controls and its foot. */
function saysOf(root: Element): string {
  const frame = root.querySelector('.strip > .is-at') ?? root.querySelector('.still');
  if (frame)
    return [...frame.querySelectorAll('[role=img], .strip-name, .strip-text')]
      .map(inWords)
      .join('\n\n');
  const decode = root.querySelector('[data-part=decode]');
  if (decode) return [...decode.querySelectorAll(DECODED)].map(inWords).join('; ');
  const said = root.querySelector('[data-part=say], [data-part=said]');
  return said ? shownIn(said) : '';
}

/** A register or byte in words: not each bit with its number, nor the table of fields, which leaves by itself. */
const DECODED = '[role=img], p:not(:has(> a, [role=img])), dl > div';

/** A picture by its alternative, a title with its signs behind a colon, and all else as it reads. */
function inWords(one: Element): string {
  const label = one.getAttribute('aria-label');
  if (label !== null) return label;
  const signs = [...one.querySelectorAll(':scope > :is(.verdict, .mem)')];
  if (signs.length === 0) return shownIn(one);
  const rest = [...one.children].filter((child) => !signs.includes(child));
  return [rest, signs].map((part) => part.map(shownIn).join(' ')).join(': ');
}

/** What a decoder shows: it has no link of its own, and an address names the one that was touched last. */
function decoded(root: HTMLElement): { link: string; state: State } {
  const { of = '', example = '' } = root.dataset;
  const input = root.querySelector('input');
  const typed =
    input?.getAttribute('aria-invalid') === 'true' ? example : (input?.value ?? example);
  const value = typed.replace(/[\s_]/g, '').replace(/^(?:0x)?/i, '0x');
  const search = withState(location.search, 'decode', `${of}:${value}`);
  return { link: location.origin + location.pathname + search, state: { of, value } };
}

/** What was asked when the page was made, and what its link says of it now. */
const asked = (root: HTMLElement, { href }: HTMLAnchorElement): { link: string; state: State } => ({
  link: href,
  state: { ...fieldsOf(root.dataset['asks'] ?? ''), ...stateOf(new URL(href)) },
});

/** The figures of the page whose state has a link. */
export function figuresOf(): readonly PageFigure[] {
  const found = document.querySelectorAll<HTMLElement>(
    'main :is([data-part=link] a, stage-decode)',
  );
  return [...found].flatMap((one) => {
    const root = one.closest<HTMLElement>('[data-name], figure > *');
    const figure = one.closest('figure');
    if (root === null || figure === null) return [];
    const caption = figure.querySelector('figcaption');
    const name = figure.getAttribute('aria-label') ?? (caption ? wordsOf(caption) : '');
    const { link, state } = one instanceof HTMLAnchorElement ? asked(root, one) : decoded(root);
    const element = root.localName.replace('stage-', '');
    const kind = element === 'drawing' ? (root.dataset['name'] ?? element) : element;
    return [{ name, link, state, says: saysOf(root), command: commandFor(kind, state), kind }];
  });
}

/** Forms that a figure has. A terminal does not answer each, nor does a test; one with buttons of its own says nothing here. */
export function formsOf({ command, kind, state, says }: PageFigure): readonly FigureForm[] {
  const has: Readonly<Record<FigureForm, boolean>> = {
    link: true,
    mail: says !== '',
    json: says !== '',
    command: command !== null,
    test: hasTest(kind, state),
  };
  return FIGURE_NAMES.filter((form) => has[form]);
}

const FIGURE_NAMES = Object.keys(FIGURE_FORMS) as readonly FigureForm[];

/** A figure as its link, as a paragraph for a mail, as JSON, or as the command that answers the same. */
export function figureAs(
  form: Exclude<FigureForm, 'test'>,
  { name, link, state, says, command }: PageFigure,
): string {
  switch (form) {
    case 'link':
      return link;
    case 'mail':
      return [`**${name}**`, says, ...(command === null ? [] : [`\`${command}\``]), link]
        .filter(Boolean)
        .join('\n\n');
    case 'json':
      return JSON.stringify({ figure: name, link, state, says, command }, null, 1);
    case 'command':
      return command ?? '';
  }
}
