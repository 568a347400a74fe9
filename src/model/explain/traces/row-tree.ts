import { PROPERTIES } from '../../machine/properties.ts';
import type { VerdictRow } from '../../explore/verdicts.ts';
import type { Fact, ShowTree } from '../show-tree.ts';
import { judgement, propertyName } from './judgement.ts';

/** A row of `verdicts` as a tree: the first property that breaks, all others as facts, the steps. */
export function rowTree(row: VerdictRow): Extract<ShowTree, { kind: 'trace' }> {
  const { counterexampleOf: worst, counterexample, states, transitions } = row;
  const { verdict, word } = judgement(worst ?? 'noLeak', worst === null);
  const facts: Fact[] = PROPERTIES.map((name) => [
    propertyName(name),
    judgement(name, row[name]).word,
  ]);
  return {
    kind: 'trace',
    title: rowTitle(row),
    property: worst,
    verdict,
    verdictWord:
      worst === null ? 'every property that is asked holds' : `${word} (${propertyName(worst)})`,
    facts: [
      ['memslot', row.slot],
      ['fault', row.fault ?? 'never reached'],
      ...facts,
      ['searched', `${states} states, ${transitions} moves, all of them`],
    ],
    moves: (counterexample ?? []).map((label) => ({
      move: '',
      actor: null,
      label,
      reason: '',
      state: '',
      view: null,
      source: [],
    })),
  };
}

/** Which policy on which host, with which page and guest. */
export function rowTitle({ policy, fwb, dic, vma, guestS1 }: VerdictRow): string {
  return `${policy}, FWB ${fwb ? 1 : 0}, DIC ${dic ? 1 : 0}, ${vma}, guest ${guestS1}`;
}
