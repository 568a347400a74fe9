import { isBad, readChoice, triage } from '../../triage/index.ts';
import type { Element, Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** Lists of reasons that say something which triage does not take, or which leaves none. */
export function checkReasons({ elements, file }: Page): Problem[] {
  return elements
    .filter(({ name }) => name === 'Reasons')
    .flatMap((element) => {
      const { line: at } = element;
      const { line = '', ...choices } = Object.fromEntries(given(element));
      const wrong = Object.entries(choices).flatMap(([name, value]): Problem[] => {
        const choice = readChoice(name, value);
        if (!isBad(choice)) return [];
        const { received, expected, example, nearest } = choice;
        const remedy = `Write ${nearest ?? example}.`;
        return [{ code: 'reasons-choice', file, line: at, received, expected, remedy }];
      });
      if (wrong.length > 0 || triage(line, choices).reasons.some(({ state }) => state === 'left'))
        return wrong;
      return [
        {
          code: 'reasons-choice',
          file,
          line: at,
          received:
            [...given(element)].map(([name, value]) => `${name}="${value}"`).join(' ') || 'nothing',
          expected: 'an error, an exit, a signal or a line of a log that leaves a reason',
          remedy: 'Write for example <Reasons call="KVM_RUN" errno="EFAULT" />.',
        },
      ];
    });
}

function given({ attributes }: Element): [string, string][] {
  return [...attributes].map(([name, value]) => [name, value ?? '']);
}
