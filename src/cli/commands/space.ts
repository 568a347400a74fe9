import { policySpace, type PolicySpace } from '../../model/index.ts';
import type { Command, Outside } from '../command.ts';
import { clip, json, optionLines, type Option } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'npm run -s stage-two -- space';
const OPTIONS: readonly Option[] = [json];

/** `space`: every policy that decides by FWB and DIC, and those that break nothing. */
export const space: Command = {
  name: 'space',
  summary: 'all policies that decide by FWB and DIC, and those that break nothing',
  example: EXAMPLE,
  help: [
    'stage-two space [--json]',
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
      const judged = policySpace();
      if (values.has('json')) outside.out(JSON.stringify(plain(judged), null, 2));
      else print(judged, outside);
      return 0;
    }),
};

const bit = (on: boolean): 0 | 1 => (on ? 1 : 0);

function plain({ policies, breakNothing, hosts }: PolicySpace) {
  return {
    policies,
    breakNothing: breakNothing.length,
    hosts: hosts.map(({ fwb, dic, answers }) => ({
      fwb: bit(fwb),
      dic: bit(dic),
      answers: Object.fromEntries(answers.map(({ answer, breaks }) => [answer, { breaks }])),
    })),
  };
}

function print({ policies, breakNothing, hosts }: PolicySpace, { out }: Outside): void {
  for (const { fwb, dic, answers } of hosts) {
    out(`FWB ${bit(fwb)}, DIC ${bit(dic)}`);
    const width = Math.max(...answers.map(({ answer }) => answer.length));
    for (const { answer, breaks } of answers)
      out(
        `  ${answer.padEnd(width)}  ${breaks.length === 0 ? 'breaks nothing' : breaks.join(', ')}`,
      );
  }
  out('');
  out(`${breakNothing.length} of ${policies} policies break nothing, by host (fwb dic):`);
  const names = hosts.map(({ fwb, dic }) => `${bit(fwb)}${bit(dic)}`);
  for (const point of breakNothing)
    out(`  ${point.map((answer, i) => `${names[i]} ${answer}`).join('; ')}`);
}
