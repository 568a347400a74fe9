import type { Element, Fence, Page } from './page.ts';
import { textsIn } from '../checks/printed.ts';
import { readInfo } from './info.ts';

/** An answer that a check offers to choose. */
export interface Option {
  readonly line: number;
  /** Its words, without marks for code. */
  readonly says: string;
  /** What the run prints if it is right: each of them on some line. */
  readonly when: readonly string[];
  /** Anchor of the misunderstanding from which it comes, a card to guess at; null where it comes from none. */
  readonly card: string | null;
}

/** An answer that the reader types: the word in place of `{}` on a line of the output. */
export interface Typed {
  readonly line: number;
  readonly label: string;
  readonly prints: string;
  /** Other spellings of it that count. */
  readonly also: readonly string[];
}

/** A check as a page writes it. Its key is in no field: `answer-key.ts` reads it from the output. */
export interface Question {
  /** Its anchor on the page; empty where it has no fence that runs. */
  readonly id: string;
  /** Id of the fence behind it. */
  readonly fence: string;
  readonly page: Page;
  readonly line: number;
  /** What is asked; what stands between backticks is code. */
  readonly asks: string;
  /** The chapter that it brings back; null: its own. */
  readonly from: string | null;
  /** What readers mix up who answer wrongly, where no answer comes from a card; else null. */
  readonly mixes: string | null;
  /** The goals of its page that it asks for, as it writes them: `1`, or `1 2`; null: it names none. */
  readonly goal: string | null;
  readonly options: readonly Option[];
  /** What of it is to be typed; more than one is a mistake. */
  readonly typed: readonly Typed[];
  /** What its run prints, as recorded below the fence; the book holds the run to it. */
  readonly output: string | null;
}

/** The anchor of a check, from the id of the fence behind it. */
export function anchorOf(fence: string): string {
  return `ask-${fence}`;
}

/** The checks of a page in its order, well-formed or not. */
export function readQuestions(page: Page): Question[] {
  const asking = page.elements.filter(({ name }) => name === 'Check');
  return asking.map((check) => {
    const own = inside(page, check);
    const runs = page.fences.find((fence) => within(check, fence) && modeOf(fence) === 'run');
    const output = page.fences.find(
      (fence) => runs !== undefined && fence.after === runs && modeOf(fence) === 'output',
    );
    const { info } = readInfo(runs?.lang ?? '', runs?.meta ?? '');
    const fence = (info.mode === 'run' && info.id) || '';
    return {
      id: fence === '' ? '' : anchorOf(fence),
      fence,
      page,
      line: check.line,
      asks: check.attributes.get('question') ?? '',
      from: check.attributes.get('from') ?? null,
      mixes: check.attributes.get('mixes') ?? null,
      goal: check.attributes.get('goal') ?? null,
      options: own.filter(({ name }) => name === 'Option').map(readOption),
      typed: own.filter(({ name }) => name === 'Typed').map(readTyped),
      output: output?.code ?? null,
    };
  });
}

/** Options and fields to type in that stand in no check. */
export function strayOptions(page: Page): Element[] {
  const asking = page.elements.filter(({ name }) => name === 'Check');
  const parts = page.elements.filter(({ name }) => name === 'Option' || name === 'Typed');
  return parts.filter((part) => !asking.some((check) => within(check, part)));
}

function inside(page: Page, check: Element): Element[] {
  return page.elements.filter((element) => element !== check && within(check, element));
}

function within({ line, end }: Element, { line: at }: { line: number }): boolean {
  return at >= line && at <= end;
}

function modeOf({ lang, meta }: Fence): string {
  return readInfo(lang, meta).info.mode;
}

function readOption({ line, text, attributes }: Element): Option {
  const card = attributes.get('card') ?? null;
  return { line, says: text, when: textsIn(attributes.get('when') ?? ''), card };
}

function readTyped({ line, attributes }: Element): Typed {
  const also = (attributes.get('also') ?? '').split(',').map((part) => part.trim());
  return {
    line,
    label: attributes.get('label') ?? '',
    prints: attributes.get('prints') ?? '',
    also: also.filter((part) => part !== ''),
  };
}
