import { Asker } from '../asker.ts';
import { fill } from '../form/fill.ts';
import type { Answered } from './answering.ts';
import { Form } from './form.ts';
import { LINK, type Input } from './link-form.ts';
import { writeLink } from './link.ts';
import type { Reports } from './reason.ts';
import { changedParts } from './view.ts';

const NOT_OPENED = 'The part that opens links could not be loaded. Open the link again.';
/** A link is written once a reader pauses. */
const PAUSE_MS = 400;

/** What was put in, and the answer that stands there. */
interface Shown {
  readonly input: Input;
  readonly answered: Answered;
}

/** hydrate answers what a reader puts in, and keeps it in the address. */
export function hydrate(root: HTMLElement, lost: () => void): void {
  const reports = JSON.parse(root.dataset['reports'] ?? '{}') as Reports;
  const form = new Form(root);
  const asker = new Asker(
    {
      worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
      alone: async (input: Input) => (await import('./alone.ts')).alone(input),
    },
    show,
    lost,
  );
  /** What the parts of the answer show, so that only what changed is drawn. */
  const drawn = new Map<string, string>();
  let last: Shown | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** The fragment that was written or opened last. */
  let written = '';

  function show(answered: Answered, input: Input): void {
    last = { input, answered };
    const { answer, marks, wrong } = answered;
    const empty = input.text.trim() === '' && Object.keys(input.asked).length === 0;
    fill(root, changedParts(answer, reports, drawn));
    if (empty) {
      fill(root, { say: [] });
      drawn.delete('say');
    }
    form.answered(marks, wrong, empty);
    root.querySelector('[data-answer]')?.toggleAttribute('hidden', empty);
    root.querySelector('[data-before]')?.toggleAttribute('hidden', !empty);
  }

  function ask(): void {
    root.removeAttribute('data-answered');
    asker.ask(form.input());
    clearTimeout(pause);
    pause = setTimeout(() => void keep(), PAUSE_MS);
  }

  /** The address holds what stands here, as far as it fits. */
  async function keep(): Promise<void> {
    const fragment = await writeLink(form.input());
    // A link that came meanwhile is opened, and not written over.
    if (location.hash.startsWith(LINK) && location.hash !== written) return;
    written = typeof fragment === 'string' ? fragment : '';
    const other = location.hash.startsWith(LINK) ? '' : location.hash;
    history.replaceState(
      history.state,
      '',
      location.pathname + location.search + (written || other),
    );
  }

  async function open(): Promise<void> {
    if (!location.hash.startsWith(LINK) || location.hash === written) return;
    written = location.hash;
    const come = await import('./read-link.ts').catch(() => null);
    if (come === null) {
      written = '';
      return form.say(NOT_OPENED);
    }
    const linked = await come.readLink(location.hash);
    if ('why' in linked) return form.say(linked.why);
    form.put(linked, 'The text came by a link.');
    asker.ask(form.input());
  }

  /** What makes the forms of an answer comes with the first that is taken along. */
  async function take(button: HTMLElement, { input, answered }: Shown): Promise<void> {
    const come = await import('./take-along.ts').catch(() => null);
    if (come) return come.takeAlong(root, button, input, answered.answer, writeLink);
    const line = root.querySelector('.fig-copied');
    if (line) line.textContent = 'The part that copies could not be loaded. Try again.';
  }

  form.changed = ask;
  root.addEventListener('click', (event) => {
    const at = event.target as Element;
    const one = at.closest<HTMLElement>('[data-line], [data-type], [data-take]');
    if (one?.dataset['line']) {
      event.preventDefault();
      form.pad.show(Number(one.dataset['line']));
    } else if (one && last) void take(one, last);
  });
  addEventListener('hashchange', () => void open());
  if (location.hash.startsWith(LINK)) void open();
  else if (form.holdsAny()) ask();
}
