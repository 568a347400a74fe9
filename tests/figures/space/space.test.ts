import { assert, constantFrom, property as forAll, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axesOf,
  lineAt,
  nearestLine,
  nextLine,
  pointAt,
  spotOf,
} from '../../../src/figures/space/axes.ts';
import { fieldsOf, pointIn, presetOf, withPoint } from '../../../src/figures/space/case.ts';
import { judgeSpace } from '../../../src/figures/space/judged.ts';
import { spaceData, spaceStatic } from '../../../src/figures/space/static.ts';
import { cleanedWithoutFwb, theoremOf } from '../../../src/figures/space/theorem.ts';
import { parts } from '../../../src/figures/space/view.ts';
import { machineOn } from '../../../src/figures/debate/index.ts';
import { formatState, parseState } from '../../../src/figures/form/address.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import type { HNode } from '../../../src/figures/show/node.ts';
import {
  explore,
  HOST_ANSWERS,
  HOSTS,
  pointsWithin,
  policyAt,
  policySpace,
  POLICIES,
  PROPERTIES,
} from '../../../src/model/index.ts';
import type { PolicyPoint } from '../../../src/model/index.ts';

const { space, proofs } = judgeSpace();
const LANDED: PolicyPoint = ['refuse', 'refuse', 'refuse', 'normal'];
const text = (nodes: readonly HNode[] = []): string =>
  nodes
    .map(toHtmlString)
    .join('')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const insisting = (...names: readonly string[]) => ({
  ...presetOf(LANDED),
  ...Object.fromEntries(names.map((name) => [name, '1'])),
});
const answer = constantFrom(...HOST_ANSWERS);
const anyPoint = tuple(answer, answer, answer, answer);

describe('the theorem', () => {
  // The numbers are those of the second machine, written apart, that tests/model/machine/space.test.ts names.
  it('counts what the space counts', () => {
    expect(theoremOf().says.join(' ')).toMatch(
      /^Of all 4,096 policies .* 6 break nothing\. Without FWB only refusing survives\./,
    );
  });

  it('ends the build where the space says otherwise', () => {
    const judged = policySpace();
    const mild = judged.hosts.map((host) => ({
      ...host,
      answers: host.answers.map((one) => ({ ...one, breaks: [] })),
    }));
    expect(() => theoremOf({ ...judged, hosts: mild })).toThrow('only refusing');
    const more: PolicyPoint = ['refuse', 'refuse', 'normal', 'normal'];
    const breakNothing = [...judged.breakNothing, more];
    expect(() => theoremOf({ ...judged, breakNothing })).toThrow('most permissive');
  });

  it('says which guests fail the idea to map Normal and clean', () => {
    expect(cleanedWithoutFwb()).toEqual({ survives: ['wb'], fails: ['nc', 'device', 'off'] });
  });

  it.each(['fallback-or-error', 'fwb-dic-or-cmos'])('stands in the debate, on %s', (slug) => {
    expect(machineOn(slug).map(({ says }) => says)).toContainEqual(
      expect.stringContaining('only refusing survives'),
    );
  });
});

describe('the map', () => {
  it('has one place for each policy', () => {
    assert(
      forAll(anyPoint, (point) => {
        expect(pointAt(spotOf(point))).toEqual(point);
      }),
    );
    const spots = new Set(
      pointsWithin(space.hosts, []).map((point) => JSON.stringify(spotOf(point))),
    );
    expect(spots.size).toBe(4096);
  });

  it.each([[[]], [['noLeak']], [[...PROPERTIES]]] as const)(
    'fills its room when %j is insisted on, and finds each line again',
    (insisted) => {
      for (const axis of Object.values(axesOf(pointsWithin(space.hosts, insisted)))) {
        expect(axis.at).toHaveLength(65);
        for (let line = 0; line < 64; line++) {
          const [from = 0, to = 0] = axis.at.slice(line, line + 2);
          expect(to).toBeGreaterThan(from);
          expect(lineAt(axis, (from + to) / 2)).toBe(line);
        }
        expect(axis.left[nearestLine(axis, 40)]).toBe(true);
        expect(nextLine(axis, nextLine(axis, 64, -1), 1)).toBe(nextLine(axis, 64, -1));
      }
    },
  );

  it('shrinks to the six, and marks who is left', () => {
    const all = parts(space, insisting());
    const six = parts(space, insisting(...PROPERTIES));
    expect(text(all['say'])).toContain('4,096 of 4,096');
    expect(text(six['say'])).toContain('6 of 4,096');
    const marks = (nodes: readonly HNode[] = []) =>
      nodes
        .map(toHtmlString)
        .join('')
        .match(/class="sp-mark"/g)?.length ?? 0;
    expect(marks(all['map'])).toBe(space.named.length);
    // Left are the landed code with its equals, and the flag that is not set.
    expect(marks(six['map'])).toBe(2);
  });

  it.each([[insisting()], [insisting('noLeak')], [insisting(...PROPERTIES)]])(
    'lets no number stand over another: %j',
    (state) => {
      const map = (parts(space, state)['map'] ?? []).map(toHtmlString).join('');
      const centres = [...map.matchAll(/<circle cx="([\d.-]+)" cy="([\d.-]+)" r="8"/g)];
      expect(centres.length).toBeGreaterThan(1);
      for (const [i, [, x, y]] of centres.entries())
        for (const [, a, b] of centres.slice(0, i))
          expect(Math.hypot(Number(x) - Number(a), Number(y) - Number(b))).toBeGreaterThanOrEqual(
            16,
          );
    },
  );

  it('says of each named policy where it stands', () => {
    const names = space.named.flatMap((one) => one.names);
    expect(names.toSorted()).toEqual(POLICIES.map(({ name }) => name).toSorted());
  });
});

describe('a policy', () => {
  it('breaks what its own search breaks, whichever it is', () => {
    assert(
      forAll(anyPoint, (point) => {
        const policy = policyAt(point);
        if ('code' in policy) throw new Error(policy.received);
        const shown = text(parts(space, presetOf(point))['point']);
        const broken = HOSTS.some((host) =>
          PROPERTIES.some((property) =>
            (['wb', 'nc', 'device', 'off'] as const).some(
              (guestS1) => explore({ policy, host, guestS1, property }).holds === false,
            ),
          ),
        );
        expect(/the shortest way to break it/.test(shown)).toBe(broken);
      }),
      { numRuns: 12 },
    );
  });

  it('travels in the address', () => {
    const fields = fieldsOf(space.hosts);
    assert(
      forAll(anyPoint, (point) => {
        const values = withPoint(insisting('noLeak'), point);
        const read = parseState(fields, presetOf(LANDED), formatState(fields, values));
        expect(read).toEqual({ values, problems: [] });
        expect(pointIn(read.values)).toEqual(point);
      }),
    );
  });
});

describe('the static figure', () => {
  const html = spaceStatic().map(toHtmlString).join('');

  it('has every proof, with steps that end in what breaks', () => {
    for (const { hosts, answers } of [{ hosts: space.hosts, answers: HOST_ANSWERS }])
      for (const host of hosts)
        for (const name of answers) {
          const one = host.answers.find((judged) => judged.answer === name);
          const proof = proofs.find(({ number }) => number === one?.proof);
          expect(proof?.broken.map(({ property }) => property)).toEqual(one?.breaks);
          expect(html).toContain(`id="space-proof-${one?.proof}"`);
        }
    for (const { broken } of proofs)
      for (const { moves } of broken) expect(moves.length).toBeGreaterThan(0);
  });

  it('lists those that break nothing, without a script', () => {
    expect(html.match(/<li><a [^>]*data-point="refuse; refuse; /g)).toHaveLength(6);
  });

  it('hands the browser verdicts only', () => {
    expect(JSON.parse(spaceData())).toEqual(space);
    expect(spaceData().length).toBeLessThan(6000);
  });
});
