import type { Page } from '../page/page.ts';
import { readQuestions, strayOptions, type Question } from '../page/questions.ts';
import type { Problem } from '../problems.ts';
import { HOLE, keysOf, typedKeys } from './answer-key.ts';

const LEAST = 3;
const MOST = 4;
/** How a run says that the model refused what it was given. */
const REFUSED = /^Received .*$/m;

/** Checks whose answers cannot be judged, or are judged by more than what their run prints. */
export function checkQuestions(page: Page): Problem[] {
  if (!page.whole) return [];
  return [
    ...readQuestions(page).flatMap(checkQuestion),
    ...strayOptions(page).map(({ name, line, text }): Problem => ({
      code: 'check-stray',
      file: page.file,
      line,
      received: `<${name}>${text}`,
      expected: `<${name}> between <Check question="..."> and </Check>`,
      remedy: 'Move it into the check that it belongs to.',
    })),
  ];
}

function checkQuestion(question: Question): Problem[] {
  const offered = checkOffered(question);
  if (offered.length > 0) return offered;
  const { page, line, id, fence, output } = question;
  const at = { code: 'check-output', file: page.file, line } as const;
  if (output === null || id === '')
    return [
      {
        ...at,
        received: id === '' ? 'a check without a fence that runs' : `${fence} prints nothing`,
        expected: 'a fence that runs in it, and what it prints below',
        remedy: 'Write ```ts run id="..." and let it print what tells the answers apart.',
      },
    ];
  const refused = REFUSED.exec(output)?.[0];
  if (refused === undefined) return checkKey(question, output);
  return [
    {
      ...at,
      id: fence,
      received: refused,
      expected: 'a run whose input the model takes; what it prints otherwise is no answer',
      remedy: 'Mend the code of the fence, and run `npm run outputs`.',
    },
  ];
}

/** What stands in the check, whatever its run prints. */
function checkOffered({ page, line, options, typed }: Question): Problem[] {
  const at = { file: page.file, line };
  const numbers = typed.length === 1 && options.length === 0;
  const chosen = typed.length === 0 && options.length >= LEAST && options.length <= MOST;
  if (!numbers && !chosen)
    return [
      {
        ...at,
        code: 'check-options',
        received:
          typed.length === 0
            ? `${options.length} <Option>`
            : `${options.length} <Option> and ${typed.length} <Typed>`,
        expected: `${LEAST} or ${MOST} <Option when="...">, or one <Typed prints="..." />`,
        remedy: 'Offer what somebody might believe who has not read the chapter.',
      },
    ];
  const unsaid = typed.filter(
    ({ prints, label }) => prints.split(HOLE).length !== 2 || label.trim() === '',
  );
  const mute = options.filter(({ when, says }) => when.length === 0 || says === '');
  return [
    ...unsaid.map(({ line: own }): Problem => ({
      ...at,
      line: own,
      code: 'check-when',
      received: '<Typed> without label, or with no single {} in prints',
      expected: `label="..." and prints="..." with ${HOLE} where the answer stands`,
      remedy: `Write <Typed label="The error" prints="fault: ${HOLE}" />.`,
    })),
    ...mute.map(({ line: own, says }): Problem => ({
      ...at,
      line: own,
      code: 'check-when',
      received: says === '' ? 'an option without words' : `${says}, without when="..."`,
      expected: 'words, and when="..." with what the run prints if they are right',
      remedy: 'Write <Option when="...">what it says</Option>; && stands between two lines.',
    })),
    ...alike(page, options),
  ];
}

/** Options that say the same, or that the same output would make right. */
function alike({ file }: Page, options: Question['options']): Problem[] {
  const seen = new Map<string, number>();
  return options.flatMap(({ line, says, when }): Problem[] => {
    if (when.length === 0) return [];
    const marks = [says.toLowerCase(), `when ${when.join(' && ')}`];
    const earlier = marks.map((mark) => seen.get(mark)).find((one) => one !== undefined);
    for (const mark of marks) seen.set(mark, seen.get(mark) ?? line);
    if (earlier === undefined) return [];
    return [
      {
        code: 'check-options',
        file,
        line,
        received: `${says}, when ${when.join(' && ')}`,
        expected: `other words and another output than the option of line ${earlier}`,
        remedy: 'Tell the two apart, or offer something else.',
      },
    ];
  });
}

function checkKey({ page, line, fence, options, typed: [typed] }: Question, output: string) {
  const found =
    typed === undefined
      ? keysOf(options, output).map((key) => options[key]?.says ?? '')
      : typedKeys(typed, output);
  if (found.length === 1) return [];
  const what = typed === undefined ? 'option' : 'word';
  const problem: Problem = {
    code: 'check-key',
    file: page.file,
    line: typed?.line ?? line,
    id: fence,
    received:
      found.length === 0
        ? `no ${what} fits the output`
        : `${found.length} ${what}s fit: ${found.map((one) => JSON.stringify(one)).join(', ')}`,
    expected: `exactly one ${what} that fits what ${fence} prints`,
    remedy:
      found.length === 0
        ? `Read the output: the ${what} that is right has to stand there.`
        : 'Say in when="..." more of the output, so that only one of them fits.',
  };
  return [problem];
}
