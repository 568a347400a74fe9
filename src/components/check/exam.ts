import { routeOf, served } from '../../address.ts';
import { copyField } from '../copy-field.ts';
import { here, kept } from '../path/store.ts';
import { examReport, type Item } from './exam-report.ts';

function show(exam: HTMLElement): void {
  const items = [...exam.querySelectorAll<HTMLAnchorElement>('a[data-asked]')].map((link) => ({
    address: routeIn(link),
    asks: link.textContent.trim(),
  }));
  const isOwn = ({ address }: Item): boolean => address.startsWith(`${here()}#`);
  const { score, missed, text } = examReport(
    items.filter(isOwn),
    items.filter((item) => !isOwn(item)),
    kept().progress.answers,
  );
  exam.querySelector('[role=status]')?.replaceChildren(score);
  exam.querySelector('.exam-missed')?.replaceChildren(...missed.map(entry));
  const summary = exam.querySelector('textarea');
  if (summary) summary.value = text;
}

function entry({ address, asks }: Item): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href =
    import.meta.env.BASE_URL === '/' ? address : served(address, import.meta.env.BASE_URL);
  link.textContent = asks;
  item.append(link);
  return item;
}

/** The address of a check as answers have it. */
function routeIn({ pathname, hash }: HTMLAnchorElement): string {
  return import.meta.env.BASE_URL === '/'
    ? pathname + hash
    : routeOf(pathname, import.meta.env.BASE_URL) + hash;
}

let started = false;

/** start shows the report of the page's exam, and keeps it up with what is answered. */
export function start(): void {
  const exam = document.querySelector<HTMLElement>('.exam');
  if (!exam || started) return;
  started = true;
  show(exam);
  exam
    .querySelector('button')
    ?.addEventListener(
      'click',
      () => void copyField(exam.querySelector('textarea'), exam.querySelector('output')),
    );
  document.addEventListener('stage-kept', () => show(exam));
}
