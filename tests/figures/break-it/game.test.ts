import { describe, expect, it } from 'vitest';
import { caseOf, POLICY, PRESET, setupFor } from '../../../src/figures/break-it/fields.ts';
import {
  brokenBy,
  hintFor,
  possible,
  sceneOf,
  type Game,
} from '../../../src/figures/break-it/game.ts';
import { moveGroups, nameOf } from '../../../src/figures/break-it/moves.ts';
import { SAFEGUARDS } from '../../../src/figures/break-it/safeguards.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { explore, movesFrom, PROPERTIES, verdicts } from '../../../src/model/index.ts';
import { figureHtml } from '../support/html.ts';

const start = (values: Readonly<Record<string, string>> = {}): Game => ({
  policy: values['policy'] ?? PRESET['policy'] ?? '',
  setup: setupFor({ ...PRESET, ...values }),
  taken: [],
});

/** Takes hinted moves until the search says that nothing more can break. */
function follow(game: Game): { game: Game; said: number[] } {
  const said: number[] = [];
  for (let i = 0; i < 100; i++) {
    const hint = hintFor(game);
    if (hint === null) throw new Error('no hint');
    if ('states' in hint) return { game, said };
    said.push(hint.steps);
    game = { ...game, taken: [...game.taken, hint.move] };
  }
  throw new Error('the hints never end');
}

describe('a hint', () => {
  it.each([
    'fallback-to-device',
    'fwb-only',
    'cacheable-unchecked',
    'error-at-fault-only',
    'no-dic-check',
  ])('names a shortest way from where %s stands, and none to what holds', (policy) => {
    for (const [fwb, dic] of ['00', '01', '10', '11'].map((two) => [...two])) {
      for (const guest of ['wb', 'nc']) {
        const values = { policy, fwb: fwb ?? '', dic: dic ?? '', guest };
        const asked = caseOf({ ...PRESET, ...values });
        const broken = PROPERTIES.filter(
          (property) => explore({ ...asked, property }).holds === false,
        );
        const { game, said } = follow(start(values));
        // A property may become out of reach on the way to a nearer one; none appears from nowhere.
        expect(broken).toEqual(expect.arrayContaining(brokenBy(game)));
        const lengths = broken.map((property) => explore({ ...asked, property }).trace?.length);
        const shortest = lengths.length === 0 ? [] : [Math.min(...lengths.map(Number))];
        expect(said.slice(0, 1)).toEqual(shortest);
      }
    }
  });

  it('counts the states that are left where nothing can break', () => {
    const asked = { policy: 'error-on-creation', fwb: '1', dic: '1' };
    const { states } = explore({ ...caseOf({ ...PRESET, ...asked }), property: 'noLeak' });
    expect(hintFor(start(asked))).toEqual({ states });
  });
});

describe('the moves', () => {
  it('are all those of the model, and no two buttons say the same', () => {
    const { game } = follow(start());
    for (let i = 0; i <= game.taken.length; i++) {
      const at: Game = { ...game, taken: game.taken.slice(0, i) };
      const moves = possible(at);
      const state = at.taken.at(-1)?.next ?? 0;
      const model = movesFrom(state, at.setup).map((m) => `${m.move} ${m.next} ${m.breaks}`);
      expect(new Set(moves.map((m) => `${m.move} ${m.next} ${m.breaks}`))).toEqual(new Set(model));
      const names = moves.map((move) => nameOf(move, moves, sceneOf(at).state));
      expect(new Set(names).size).toBe(names.length);
      const drawn = moveGroups(moves, sceneOf(at).state, null).map(toHtmlString).join('');
      expect(drawn.match(/<button/g)).toHaveLength(moves.length);
    }
  });
});

describe('the safeguards', () => {
  const lost = (key: string): string[] => {
    const guard = SAFEGUARDS.find((one) => one.key === key);
    if (!guard) throw new Error(key);
    return PROPERTIES.filter((p) => verdicts([guard.without]).rows.some((row) => row[p] === false));
  };

  // What the checks are for: FWB against the leak (SEED), DIC for instructions (V3-CAT10, V3-JGG14),
  // the memslot for an early error (V3-OLI2, V3-SEAN1), the fault for VMAs that change.
  it.each([
    ['no-fwb-check', 'noLeak'],
    ['no-dic-check', 'noStaleFetch'],
    ['no-memslot-check', 'noLateFailure'],
    ['no-cmos', 'noLeak'],
  ])('%s breaks %s', (key, property) => expect(lost(key)).toContain(property));

  it('no-dic-check breaks nothing else, and no-fault-check nothing while the VMA stays', () => {
    expect(lost('no-dic-check')).toEqual(['noStaleFetch']);
    expect(lost('no-fault-check')).toEqual([]);
  });

  it('differ from what they are taken from in one safeguard: with FWB and DIC nothing changes', () => {
    for (const { of, without } of SAFEGUARDS) {
      const capable = (policy: typeof without): unknown[] =>
        verdicts([policy])
          .rows.filter(({ fwb, dic }) => fwb && dic)
          .map((row) => ({ ...row, policy: null }));
      expect(capable(without)).toEqual(capable(of));
    }
  });

  it('can each be chosen in the figure', () => {
    const options = POLICY.options.map(([value]) => value);
    expect(options).toEqual(expect.arrayContaining(SAFEGUARDS.map(({ key }) => key)));
  });
});

describe('the static figure', () => {
  it('has the first moves of the model and a table row for each safeguard', () => {
    const html = figureHtml('break-it').replaceAll('&#39;', "'");
    for (const { label } of movesFrom(0, setupFor(PRESET))) expect(html).toContain(label);
    for (const { words } of SAFEGUARDS) expect(html).toContain(`>${words}<small>`);
    expect(html).toContain('The host has FWB: no, DIC: no.');
  });
});
