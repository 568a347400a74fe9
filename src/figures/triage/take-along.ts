import type { Triage } from '../../triage/index.ts';
import type { Input, Refused } from './link-form.ts';
import { asCommand, asJson, asMail, asTest, type Way } from './take.ts';

const SAID: Readonly<Record<Way, string>> = {
  link: 'Link copied. It holds the text and the choices, and no server sees them.',
  mail: 'Copied as Markdown.',
  json: 'JSON copied, as the terminal prints it.',
  test: 'Test copied, for a file in tests/triage.',
  command: 'Command copied.',
};

/** What makes a link: handed in, because the page has it already. */
type WriteLink = (input: Input) => Promise<string | Refused>;

/** takeAlong copies what a button offers; where the browser does not allow it, it stands there to be copied. */
export async function takeAlong(
  root: HTMLElement,
  button: HTMLElement,
  input: Input,
  answer: Triage,
  writeLink: WriteLink,
): Promise<void> {
  const line = root.querySelector('.fig-copied');
  const typed = button.dataset['type'];
  const way = button.dataset['take'] as Way | undefined;
  const made = typed ?? (way ? await written(way, input, answer, writeLink) : { why: '' });
  const taken = root.querySelector<HTMLElement>('[data-taken]');
  if (taken) taken.hidden = true;
  if (typeof made !== 'string') {
    if (line) line.textContent = made.why;
    return;
  }
  try {
    await navigator.clipboard.writeText(made);
    if (line) line.textContent = way ? SAID[way] : `Copied: ${made}`;
  } catch {
    if (line) line.textContent = 'The browser did not allow it. It stands below.';
    const field = taken?.querySelector('textarea');
    if (!taken || !field) return;
    taken.hidden = false;
    field.value = made;
    field.select();
  }
}

async function written(
  way: Way,
  input: Input,
  answer: Triage,
  writeLink: WriteLink,
): Promise<string | { why: string }> {
  switch (way) {
    case 'json':
      return asJson(answer);
    case 'test':
      return asTest(input, answer);
    case 'command':
      return asCommand(input);
    case 'link':
    case 'mail': {
      const fragment = await writeLink(input);
      const link =
        typeof fragment === 'string' ? location.origin + location.pathname + fragment : null;
      if (way === 'mail') return asMail(input, answer, link);
      return link ?? (fragment as { why: string });
    }
  }
}
