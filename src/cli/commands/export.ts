import { EXPORT_FORMS, exportQuestion, type Exported, type ExportForm } from '../../model/index.ts';
import type { Command, Outside } from '../command.ts';
import { clip, json, optionLines, type Option } from '../options.ts';
import { PAGE_OPTIONS, pageOf } from '../page-options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE =
  'npm run -s stage-two -- export --policy fallback-to-device --property noLeak --form promela';
const FORMS = EXPORT_FORMS.join('|');
const OPTIONS: readonly Option[] = [
  ...PAGE_OPTIONS,
  { name: 'form', value: FORMS, meaning: 'for herd7, or for Spin; default promela' },
  json,
];

/** `export`: a question to the machine as a program for a prover that is not ours. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'the same question for another prover: a litmus test for herd7, Promela for Spin',
  example: EXAMPLE,
  help: [
    'stage-two export [--policy NAME] [--fwb 0|1] [--dic 0|1] [--guest KIND] --property NAME [--form FORM]',
    '',
    'The program comes out alone, for a file; what has to be said with its answer goes to standard error.',
    ...optionLines(OPTIONS),
    '',
    `Example: ${EXAMPLE} > page.pml`,
  ],
  run: (args, outside) =>
    runWith({ command: exportCommand, options: OPTIONS }, args, outside, (parsed) => {
      const [word] = parsed.words;
      if (word !== undefined) return new UsageError(clip(word), 'options only', EXAMPLE);
      const page = pageOf(parsed, EXAMPLE);
      if (page instanceof UsageError) return page;
      if (page.property === null) return new UsageError('no --property', 'a property', EXAMPLE);
      const given = parsed.values.get('form')?.[0] ?? 'promela';
      const form = EXPORT_FORMS.find((one) => one === given);
      if (form === undefined) return new UsageError(`--form ${clip(given)}`, FORMS, EXAMPLE);
      const made = exportQuestion({ ...page.input, property: page.property }, form);
      if (parsed.values.has('json')) outside.out(JSON.stringify(made, null, 2));
      else return print(made, form, outside);
      return 0;
    }),
};

function print(made: Exported, form: ExportForm, { out, err }: Outside): number {
  const { text, beside, command, holds, remark } = made;
  if (text === null) {
    err(
      `export: received a question that ${form} cannot ask; expected noLeak, coherent or noStaleFetch of a page that B gets; remedy: --form promela`,
    );
    return 1;
  }
  for (const line of text.trimEnd().split('\n')) out(line);
  // The remarks of Promela stand in the program.
  if (form === 'promela') return 0;
  err(
    `The machine: ${holds === null ? 'the question does not arise' : holds ? 'holds' : 'breaks'}. Ask: ${command}`,
  );
  if (beside !== null) {
    err(`With these lines in aarch64.cat, after "${beside.after.trim()}":`);
    for (const line of beside.lines.trimEnd().split('\n')) err(line);
  }
  if (remark !== '') err(remark);
  return 0;
}
