import { describe, expect, it } from 'vitest';
import {
  explore,
  GUEST_S1S,
  HOST_ANSWERS,
  HOSTS,
  pointOf,
  pointsWithin,
  POLICIES,
  policyAt,
  policyNamed,
  policySpace,
  PROPERTIES,
  verdicts,
  type Policy,
  type PolicyPoint,
} from '../../../src/model/index.ts';

const space = policySpace();
const policy = (point: PolicyPoint): Policy => {
  const made = policyAt(point);
  if ('code' in made) throw new Error(made.remedy);
  return made;
};
const named = (name: string): Policy => {
  const found = policyNamed(name);
  if ('code' in found) throw new Error(found.remedy);
  return found;
};

/* What a second machine, written apart, found for the same 4096 (the founders' trial). */
describe('the space of policies', () => {
  it('has 4096, of which exactly six break nothing', () => {
    expect(space.policies).toBe(4096);
    expect(space.breakNothing).toHaveLength(6);
  });

  it('leaves only refusing without FWB, more with it, and most with DIC too', () => {
    const left = space.hosts.map(({ fwb, dic, answers }) => [
      { fwb, dic },
      answers.filter(({ breaks }) => breaks.length === 0).map(({ answer }) => answer),
    ]);
    expect(left).toEqual([
      [{ fwb: false, dic: false }, ['refuse']],
      [{ fwb: false, dic: true }, ['refuse']],
      [{ fwb: true, dic: false }, ['refuse', 'normal, maintained']],
      [{ fwb: true, dic: true }, ['refuse', 'normal', 'normal, maintained']],
    ]);
  });

  it('has Normal with maintenance fail without FWB, for guests that go around the cache', () => {
    for (const { answers } of space.hosts.filter(({ fwb }) => !fwb)) {
      const one = answers.find(({ answer }) => answer === 'normal, maintained');
      expect(one?.breaks).toEqual(['coherent']);
      const broken = one?.byGuest.filter(({ breaks }) => breaks.length > 0);
      expect(broken?.map(({ guestS1 }) => guestS1)).toEqual(['nc', 'device', 'off']);
    }
  });

  it('has the landed policy as the one of the six that maps most and needs no maintenance', () => {
    const landed = pointOf(named('error-on-creation'));
    expect(landed).toEqual(['refuse', 'refuse', 'refuse', 'normal']);
    const free = space.breakNothing.filter(
      (point) => !point.some((one) => one.endsWith('maintained')),
    );
    const maps = (point: PolicyPoint) => point.filter((one) => one !== 'refuse').length;
    expect(free.toSorted((a, b) => maps(b) - maps(a))[0]).toEqual(landed);
    expect(free.filter((point) => maps(point) === maps(landed as PolicyPoint))).toHaveLength(1);
  });

  it('says as much of a policy as its own verdicts do', () => {
    // One answer on all hosts, each answer: between them all that any of the 4096 can do.
    for (const answer of HOST_ANSWERS) {
      const { rows, errors } = verdicts([policy([answer, answer, answer, answer])]);
      expect(errors).toEqual([]);
      for (const row of rows.filter(({ vma }) => vma === 'cacheable')) {
        const host = space.hosts.find(({ fwb, dic }) => fwb === row.fwb && dic === row.dic);
        const judged = host?.answers.find((one) => one.answer === answer);
        const guest = judged?.byGuest.find(({ guestS1 }) => guestS1 === row.guestS1);
        expect(guest?.breaks).toEqual(PROPERTIES.filter((name) => row[name] === false));
        expect(guest?.states).toBe(row.states);
      }
    }
  });

  it('breaks what one of its four answers breaks, in policies that mix them', () => {
    const mixed: PolicyPoint = ['device', 'refuse', 'normal, maintained', 'fail late'];
    const rows = verdicts([policy(mixed)]).rows.filter(({ vma }) => vma === 'cacheable');
    for (const [i, { fwb, dic, answers }] of space.hosts.entries()) {
      const own = rows.filter((row) => row.fwb === fwb && row.dic === dic);
      const broken = PROPERTIES.filter((name) => own.some((row) => row[name] === false));
      expect(answers.find(({ answer }) => answer === mixed[i])?.breaks).toEqual(broken);
    }
  });

  it.each(POLICIES.map((one) => [one.name, one] as const))('has %s as a point', (_, one) => {
    const point = pointOf(one);
    if ('code' in point) throw new Error(point.remedy);
    const rows = (of: Policy) =>
      verdicts([of])
        .rows.filter(({ vma }) => vma === 'cacheable')
        .map(({ policy: _name, slot: _slot, fault: _fault, counterexample: _c, ...row }) => row);
    expect(rows(policy(point))).toEqual(rows(one));
  });
});

describe('a part of the space', () => {
  it.each(PROPERTIES)('shrinks when %s is asked for too', (name) => {
    const all = pointsWithin(space.hosts, []);
    expect(all).toHaveLength(4096);
    const some = pointsWithin(space.hosts, [name]);
    expect(some.length).toBeLessThan(4096);
    expect(some.length).toBeGreaterThanOrEqual(space.breakNothing.length);
  });

  it('has a run for each answer that is left out', () => {
    for (const { fwb, dic, answers } of space.hosts)
      for (const { answer, byGuest } of answers)
        for (const { guestS1, breaks } of byGuest)
          for (const property of breaks) {
            const point: PolicyPoint = [answer, answer, answer, answer];
            const asked = { policy: policy(point), host: { fwb, dic }, guestS1, property };
            expect(explore(asked).trace?.length).toBeGreaterThan(0);
          }
    expect(GUEST_S1S).toHaveLength(4);
  });
});

describe('what is no point', () => {
  it.each([
    [undefined],
    [[]],
    [['refuse', 'refuse', 'refuse']],
    [['refuse', 'refuse', 'refuse', 'perhaps']],
    [HOSTS],
  ])('%j is an error that says what one is', (given) => {
    const made = policyAt(given as unknown as PolicyPoint);
    expect(made).toMatchObject({ code: 'unknown-choice' });
  });

  it('a policy that throws is named, and stands nowhere', () => {
    const wrong: Policy = {
      name: 'wrong',
      onMemslot: () => {
        throw new Error('not yet');
      },
      onFault: () => 'normal',
    };
    expect(pointOf(wrong)).toMatchObject({ code: expect.any(String) });
  });
});
