import type { ListedRows } from './listed.ts';

/** What stands beside the rows: what they are, and how somebody holds code of their own against them. */
export function readmeOf(listed: readonly ListedRows[]): string {
  const sum = listed.reduce((total, { rows }) => total + rows, 0);
  const list = listed.map(
    ({ name, rows, of, description }) =>
      `| ${name} | ${rows} of ${of} | ${description.replaceAll('|', '\\|')} |`,
  );
  return `# Rows about stage-2 mappings on Arm

${sum} rows in ${listed.length} files: what Arm's pseudocode and functions of Linux answer to a question, each row an input and its answer. Nobody wrote an answer by hand; each file says in \`derivedFrom\` where its rows come from, and \`index.json\` lists them all with a sum of each. They are samples of complete tables. Nothing in them was run on Arm hardware.

Do you have a model, an emulator, a hypervisor or a port of these functions? Then hold it against the rows:

    node check.mjs kvm.vmaCacheable.v7.3 ./mine.mjs
    node check.mjs kvm.vmaCacheable.v7.3 -- python3 mine.py

In the first form \`mine.mjs\` exports a function that takes the inputs of a row by name and returns its outputs by name, or a promise of them:

    export default ({ attrIndx }) => ({ cacheable: [2, 3, 4].includes(attrIndx) ? 0 : 1 });

In the second a program in any language reads one JSON object a line, the inputs of a row, and writes one a line, the outputs, in the same order. Exit code 0: every row agrees. 1: some differ; the first five are shown with what was received and expected. 2: the command line is wrong, or the code could not be asked. It needs Node 20 and nothing else, reads the files beside it, and asks no network.

## The form of a file

\`rows/NAME.json\` has these keys: \`function\` and \`kernel\` say what was asked, \`inputs\` and \`outputs\` name the columns and say what each means, \`columns\` is their order, and \`cases\` has the rows. Booleans are 0 and 1; null says that a column does not apply. In the files about combining the two stages \`accept\` lists every result that the architecture permits, each a place in \`results\`: there your function returns the fields of one such result, and any of them is right. In \`arch.examples\` \`result\` is one place in that list.

\`csv/NAME.csv\` has the same rows, for a table: an empty cell stands for null, and blanks stand between the places of \`accept\`. What the columns mean stands in the JSON alone.

A row that looks wrong? It may be: tell the project, with the row and what you expected, and why.

## The files

| file | rows | about |
| --- | --- | --- |
${list.join('\n')}

Licence: see LICENSE. The rows are results of running published code; they hold none of it.
`;
}
