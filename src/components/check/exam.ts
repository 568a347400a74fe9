import { kept } from '../path/store.ts';
import { examReport, type Item } from './exam-report.ts';

/** What was answered first while the page is open: all that there is where storage is closed. */
const here: Record<string, boolean> = {};

function show(exam: HTMLElement): void {
  const items = [...exam.querySelectorAll<HTMLAnchorElement>('a[data-asked]')].map((link) => ({
    address: link.pathname + link.hash,
    asks: link.textContent.trim(),
  }));
  const isOwn = ({ address }: Item): boolean => address.startsWith(`${location.pathname}#`);
  const { score, missed, text } = examReport(
    items.filter(isOwn),
    items.filter((item) => !isOwn(item)),
    { ...here, ...kept().progress.answers },
  );
  exam.querySelector('[role=status]')?.replaceChildren(score);
  exam.querySelector('.exam-missed')?.replaceChildren(...missed.map(entry));
  const summary = exam.querySelector('textarea');
  if (summary) summary.value = text;
}

function entry({ address, asks }: Item): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = asks;
  item.append(link);
  return item;
}

async function copy(exam: HTMLElement): Promise<void> {
  const [summary, said] = [exam.querySelector('textarea'), exam.querySelector('output')];
  let words = 'Copied.';
  try {
    await navigator.clipboard.writeText(summary?.value ?? '');
  } catch {
    summary?.select();
    words = 'The browser did not allow it. The text is selected: copy it from there.';
  }
  if (said) said.value = words;
}

for (const exam of document.querySelectorAll<HTMLElement>('.exam')) {
  show(exam);
  exam.querySelector('button')?.addEventListener('click', () => void copy(exam));
  document.addEventListener('stage-answer', ({ detail }: CustomEventInit) => {
    const { question, right } = detail as { question: string; right: boolean };
    here[question] ??= right;
    show(exam);
  });
}
