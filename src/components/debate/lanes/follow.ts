import { brush } from './brush.ts';
import { walk } from './walk.ts';

/** What the list below the picture does for it. */
interface List {
  /** What a field stands at; empty for all. */
  chosen(name: string): string;
  /** Sets fields, by name; every field to nothing where none is given. */
  choose(values?: Readonly<Record<string, string>>): void;
}

/** The field that a name sets, and to what. */
function choiceOf({ dataset }: SVGAElement): readonly [name: string, value: string] {
  const [name = '', value = ''] = (dataset['choose'] ?? '').split('=');
  return [name, value];
}

/**
 * The picture beside its list: names of people and versions choose from it, a mark leads to its entry,
 * and its words stand under the picture. It gives the function that fades what is not chosen.
 */
export function followLanes(host: HTMLElement, list: List): () => void {
  const frame = host.querySelector('.tl-frame');
  const said = host.querySelector('.tl-said');
  if (!frame || !said) return () => undefined;
  const marks = [...frame.querySelectorAll<SVGAElement>('a[href]')];
  const names = [...frame.querySelectorAll<SVGAElement>('a[data-choose]')];
  for (const name of names) {
    name.setAttribute('href', `?${name.dataset['choose']}`);
    name.setAttribute('role', 'button');
  }
  walk(frame);
  const entryOf = (mark: Element): HTMLElement | null =>
    document.getElementById(mark.getAttribute('href')?.slice(1) ?? '');

  // A finger moves the lanes; a mouse and a pen draw over them.
  const stroked = matchMedia('(any-hover: hover)').matches
    ? ', and so does a stroke over the lanes'
    : '';
  const still = `${said.textContent} A name of a person or a version chooses from the list${stroked}.`;
  said.textContent = still;
  const tell = ({ target }: Event): void => {
    const entry = entryOf((target as Element).closest('a') ?? frame);
    const part = (name: string) => entry?.querySelector(name)?.textContent ?? '';
    said.textContent = entry ? `${part('time')}, ${part('b')}: ${part('div > p')}` : still;
  };
  frame.addEventListener('focusin', tell);
  frame.addEventListener('pointerover', tell);

  frame.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    const link = (target as Element).closest<SVGAElement>('a');
    if (!link || ctrlKey || metaKey || shiftKey) return;
    if (link.dataset['choose'] !== undefined) {
      event.preventDefault();
      const [name, value] = choiceOf(link);
      // The same once more takes it back.
      list.choose({ [name]: list.chosen(name) === value ? '' : value });
    } else if (entryOf(link)?.hidden) list.choose();
  });

  const monthOf = (mark: Element): string => entryOf(mark)?.dataset['month'] ?? '';
  const middleOf = (mark: Element): number => {
    const { left, width } = mark.getBoundingClientRect();
    return left + width / 2;
  };
  const lanes = frame.querySelector<SVGSVGElement>('.tl-lanes');
  const stroke =
    lanes &&
    brush(lanes, (stretch) => {
      const [left, right] = stretch ?? [];
      const inside = marks.filter((mark) => {
        const at = middleOf(mark);
        return left !== undefined && right !== undefined && at >= left && at <= right;
      });
      const months = inside.map(monthOf).toSorted();
      list.choose({ from: months[0] ?? '', to: months.at(-1) ?? '' });
    });
  /** Shades the time that is chosen, from its first mark to its last. */
  function shade(): void {
    const [from, to] = [list.chosen('from'), list.chosen('to')];
    const inside = marks.filter((mark) => {
      const month = monthOf(mark);
      return (!from || month >= from) && (!to || month <= to);
    });
    const middles = inside.map(middleOf);
    stroke?.shade(from || to ? [Math.min(...middles) - 7, Math.max(...middles) + 7] : null);
  }

  return () => {
    shade();
    for (const mark of marks) mark.classList.toggle('tl-off', entryOf(mark)?.hidden === true);
    for (const name of names) {
      const [field, value] = choiceOf(name);
      name.setAttribute('aria-pressed', String(list.chosen(field) === value));
    }
  };
}
