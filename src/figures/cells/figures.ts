import { commandFor, type State } from './commands.ts';
import { wordsOf } from './grid.ts';

/** A figure of a page in the state in which it stands. */
export interface PageFigure {
  readonly name: string;
  /** The link to its state. */
  readonly link: string;
  readonly state: State;
  /** What it shows, in sentences. */
  readonly says: string;
  readonly command: string | null;
}

/** Forms in which a figure leaves its page. */
export const FIGURE_FORMS = {
  link: 'Copy link',
  mail: 'Copy for a mail',
  json: 'Copy JSON',
  command: 'Copy command',
} as const;
export type FigureForm = keyof typeof FIGURE_FORMS;

/** `kernel:v6.17,fwb:0` of a link, taken apart. */
function stateOf(link: URL): State {
  const written = [...link.searchParams.values()].at(-1) ?? link.hash.replace(/^#[\w-]+=\d+\./, '');
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
      .join(' ');
  const said = root.querySelector('[data-part=say], [data-part=said]');
  return said ? wordsOf(said) : '';
}

const inWords = (one: Element): string => one.getAttribute('aria-label') ?? wordsOf(one);

/** The figures of the page whose state has a link. */
export function figuresOf(): readonly PageFigure[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('main [data-part=link] a')].flatMap(
    (anchor) => {
      const root = anchor.closest<HTMLElement>('[data-name], figure > *');
      const figure = anchor.closest('figure');
      if (root === null || figure === null) return [];
      const caption = figure.querySelector('figcaption');
      const name = figure.getAttribute('aria-label') ?? (caption ? wordsOf(caption) : '');
      const state = stateOf(new URL(anchor.href));
      const kind = root.localName.replace('stage-', '');
      const command = commandFor(kind, state);
      return [{ name, link: anchor.href, state, says: saysOf(root), command }];
    },
  );
}

/** A figure as its link, as a paragraph for a mail, as JSON, or as the command that answers the same. */
export function figureAs(
  form: FigureForm,
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
