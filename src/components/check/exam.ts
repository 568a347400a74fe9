import { kept } from '../path/store.ts';
import { examReport, type Item } from './exam-report.ts';
import { given } from './judge.ts';

function show(exam: HTMLElement): void {
  const items = [...exam.querySelectorAll<HTMLAnchorElement>('a[data-asked]')].map((link) => ({
    address: link.pathname + link.hash,
    asks: link.textContent.trim(),
  }));
  const isOwn = ({ address }: Item): boolean => address.startsWith(`${location.pathname}#`);
  const { score, missed, text } = examReport(
    items.filter(isOwn),
    items.filter((item) => !isOwn(item)),
    { ...given, ...kept().progress.answers },
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

let started = false;

/** start shows the report of the page's exam, and keeps it up with what is answered. */
export function start(): void {
  const exam = document.querySelector<HTMLElement>('.exam');
  if (!exam || started) return;
  started = true;
  show(exam);
  exam.querySelector('button')?.addEventListener('click', () => void copy(exam));
  document.addEventListener('stage-answer', () => show(exam));
}
