import {
  answerWord,
  breaksOf,
  HOST_ANSWERS,
  nearest,
  pointsWithin,
  policySpace,
  PROPERTIES,
  type HostAnswer,
  type PolicySpace,
  type Property,
} from '../../model/index.ts';
import type { Command, Outside } from '../command.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'npm run -s stage-two -- space';

const WORDS = HOST_ANSWERS.map(answerWord);
const HOST_COUNT = 4;

const OPTIONS: readonly Option[] = [
  {
    name: 'insist',
    value: PROPERTIES.join('|'),
    meaning: 'no answer may break this property; more than once for more of them',
    repeats: true,
  },
  {
    name: 'answers',
    value: 'ANSWER,ANSWER,ANSWER,ANSWER',
    meaning: `one policy: its answer with neither, DIC, FWB, both, out of ${WORDS.join(', ')}`,
  },
  json,
];

/** `space`: every policy that decides by FWB and DIC, and those that break nothing. */
export const space: Command = {
  name: 'space',
  summary: 'all policies that decide by FWB and DIC, and those that break nothing',
  example: EXAMPLE,
  help: [
    'stage-two space [--insist PROPERTY] [--answers LIST] [--json]',
    '',
    'For a cacheable VM_PFNMAP page: what each answer breaks on each host, for some guest.',
    ...optionLines(OPTIONS),
    '',
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: space, options: OPTIONS }, args, outside, ({ words, values }) => {
      const [word] = words;
      if (word !== undefined) return new UsageError(clip(word), 'options only', EXAMPLE);
      const insisted = insistedOn(values);
      if (insisted instanceof UsageError) return insisted;
      const answers = answersOf(values);
      if (answers instanceof UsageError) return answers;
      const asked = { judged: policySpace(), insisted, answers };
      if (values.has('json')) outside.out(JSON.stringify(plain(asked), null, 2));
      else print(asked, outside);
      return 0;
    }),
};

interface Asked {
  readonly judged: PolicySpace;
  readonly insisted: readonly Property[];
  /** One answer for each host; null where no policy is named. */
  readonly answers: readonly HostAnswer[] | null;
}

function insistedOn(values: Parsed['values']): readonly Property[] | UsageError {
  const given = values.get('insist') ?? [];
  const wrong = given.find((one) => !PROPERTIES.some((name) => name === one));
  if (wrong !== undefined)
    return new UsageError(
      `--insist ${clip(wrong)}`,
      PROPERTIES.join('|'),
      EXAMPLE,
      nearest(wrong, PROPERTIES),
    );
  return PROPERTIES.filter((name) => given.includes(name));
}

function answersOf(values: Parsed['values']): readonly HostAnswer[] | null | UsageError {
  const given = values.get('answers')?.[0];
  if (given === undefined) return null;
  const words = given.split(',');
  const answers = words.flatMap((word) => HOST_ANSWERS.filter((one) => answerWord(one) === word));
  if (answers.length === HOST_COUNT && words.length === HOST_COUNT) return answers;
  const wanted = `${HOST_COUNT} of ${WORDS.join('|')}, with commas`;
  return new UsageError(`--answers ${clip(given)}`, wanted, EXAMPLE);
}

const bit = (on: boolean): 0 | 1 => (on ? 1 : 0);
const struck = (breaks: readonly Property[], insisted: readonly Property[]): boolean =>
  breaks.some((one) => insisted.includes(one));

/** What one policy breaks, and whether it is left. */
function policyOf({ judged, insisted, answers }: Asked) {
  if (answers === null) return null;
  const breaks = breaksOf(judged.hosts, answers);
  return { answers, breaks, left: !struck(breaks, insisted) };
}

function plain(asked: Asked) {
  const { policies, breakNothing, hosts } = asked.judged;
  const { insisted } = asked;
  const policy = policyOf(asked);
  return {
    policies,
    breakNothing: breakNothing.length,
    ...(insisted.length > 0 && { insisted, left: pointsWithin(hosts, insisted).length }),
    ...(policy !== null && { policy }),
    hosts: hosts.map(({ fwb, dic, answers }) => ({
      fwb: bit(fwb),
      dic: bit(dic),
      answers: Object.fromEntries(answers.map(({ answer, breaks }) => [answer, { breaks }])),
    })),
  };
}

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'breaks nothing' : names.join(', ');

function print(asked: Asked, { out }: Outside): void {
  const { policies, breakNothing, hosts } = asked.judged;
  const { insisted } = asked;
  for (const { fwb, dic, answers } of hosts) {
    out(`FWB ${bit(fwb)}, DIC ${bit(dic)}`);
    const width = Math.max(...answers.map(({ answer }) => answer.length));
    for (const { answer, breaks } of answers)
      out(`  ${answer.padEnd(width)}  ${listed(breaks)}${struck(breaks, insisted) ? ': out' : ''}`);
  }
  out('');
  if (insisted.length > 0) {
    const left = pointsWithin(hosts, insisted).length;
    out(`${left} of ${policies} policies are left, insisting on ${insisted.join(', ')}.`);
  }
  out(`${breakNothing.length} of ${policies} policies break nothing, by host (fwb dic):`);
  const names = hosts.map(({ fwb, dic }) => `${bit(fwb)}${bit(dic)}`);
  const byHost = (point: readonly HostAnswer[]): string =>
    point.map((answer, i) => `${names[i]} ${answer}`).join('; ');
  for (const point of breakNothing) out(`  ${byHost(point)}`);
  const policy = policyOf(asked);
  if (policy === null) return;
  out('');
  const isLeft = insisted.length === 0 ? '' : policy.left ? ' It is left.' : ' It is out.';
  const breaks =
    policy.breaks.length === 0 ? 'breaks nothing' : `breaks ${policy.breaks.join(', ')}`;
  out(`${byHost(policy.answers)}: ${breaks}.${isLeft}`);
}
