import {
  explore,
  PROPERTIES,
  propertyName,
  prove as proofOf,
  type Proof,
  type Property,
  type Situation,
} from '../../model/index.ts';
import type { Command, Outside } from '../command.ts';
import { clip, json, optionLines, type Option } from '../options.ts';
import { PAGE_OPTIONS, pageOf } from '../page-options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'npm run -s stage-two -- prove --guest nc --property noLeak';
const OPTIONS: readonly Option[] = [...PAGE_OPTIONS, json];

/** `prove`: why a property holds, in sentences that every move keeps; or how it breaks. */
export const prove: Command = {
  name: 'prove',
  summary: 'why a policy keeps a property, in sentences that no move makes false',
  example: EXAMPLE,
  help: [
    'stage-two prove [--policy NAME] [--fwb 0|1] [--dic 0|1] [--guest KIND] [--property NAME] [--json]',
    '',
    'All properties where none is named. Of each that holds: sentences that are true before anything',
    'happens and that every move keeps, so that no move breaks the property. Each move out of every',
    'state of which they are true is looked at, whether the state can be reached or not.',
    ...optionLines(OPTIONS),
    '',
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: prove, options: OPTIONS }, args, outside, (parsed) => {
      const [word] = parsed.words;
      if (word !== undefined) return new UsageError(clip(word), 'options only', EXAMPLE);
      const page = pageOf(parsed, EXAMPLE);
      if (page instanceof UsageError) return page;
      const asked = page.property === null ? PROPERTIES : [page.property];
      const proofs = asked.map((property) => proofOf({ ...page.input, property }));
      if (parsed.values.has('json')) outside.out(JSON.stringify(proofs, null, 2));
      else
        for (const [i, proof] of proofs.entries())
          print(asked[i] as Property, proof, page.input, outside);
      return 0;
    }),
};

function print(property: Property, proof: Proof, input: Situation, { out }: Outside): void {
  const { holds, invariants, states, moves, reachable, without } = proof;
  const name = `${propertyName(property)} (${property})`;
  if (holds === null) return out(`${name}: does not arise`);
  if (!holds) {
    const { trace = [] } = explore({ ...input, property });
    out(`${name}: breaks, in ${trace.length} steps`);
    for (const { label } of trace) out(`  ${label}`);
    return;
  }
  out(`${name}: holds in all ${reachable} states that can be reached`);
  if (invariants === null) return out('  none of our sentences prove it');
  if (invariants.length === 0) out('  No sentence is needed.');
  for (const { words } of invariants) out(`  ${words}`);
  out(
    `  True of ${states} states; ${moves} moves out of them keep it so, and none breaks the property.`,
  );
  for (const { name: safeguard, words, proved, holds: still } of without) {
    const then = still ? `holds${proved ? '' : ', by other sentences'}` : 'breaks';
    out(`  Without ${safeguard}: ${then}. ${words}`);
  }
}
