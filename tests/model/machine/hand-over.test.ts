import { describe, expect, test } from 'vitest';
import {
  cleanThenScrub,
  explore,
  GUEST_S1S,
  pageMachine,
  playMoves,
  scrubThenClean,
  situation,
  type ExploreInput,
  type GuestS1,
} from '../../../src/model/index.ts';

const host = { fwb: false, dic: false };
const leaks = (machine: ExploreInput['machine'], guestS1: GuestS1) =>
  explore({
    policy: 'cacheable-unchecked',
    host,
    guestS1,
    property: 'noLeak',
    ...(machine && { machine }),
  }).holds === false;

describe('a hand-over with a clean in it', () => {
  // the allocator flushed first and scrubbed later, so a guest with its caches off could read
  // what was there. Y-364 names such a guest; a guest whose reads go through the cache finds the zeros.
  test('clean, then scrub: whoever goes around the cache may read the secret', () => {
    expect(GUEST_S1S.filter((guest) => leaks(cleanThenScrub, guest))).toEqual([
      'nc',
      'device',
      'off',
    ]);
  });

  test('it is no better than no clean at all', () => {
    expect(GUEST_S1S.filter((guest) => leaks(pageMachine, guest))).toEqual(
      GUEST_S1S.filter((guest) => leaks(cleanThenScrub, guest)),
    );
  });

  // 3b1cc15f1931 moved the flush behind the scrub.
  test('scrub, then clean: nobody reads it', () => {
    expect(GUEST_S1S.filter((guest) => leaks(scrubThenClean, guest))).toEqual([]);
  });

  test('only the scrub is another move', () => {
    const setup = situation({ policy: 'cacheable-unchecked', host });
    if ('code' in setup) throw new Error(setup.received);
    const plain = pageMachine(setup);
    for (const machine of [cleanThenScrub(setup), scrubThenClean(setup)])
      expect(
        machine.rules.filter(({ label }, i) => label !== plain.rules[i]?.label).map((r) => r.name),
      ).toEqual(['owner-scrubs']);
  });

  test.each([
    [
      'clean, then scrub',
      cleanThenScrub,
      { memory: 'secret', dcache: { value: 'zeros', dirty: true } },
    ],
    ['scrub, then clean', scrubThenClean, { memory: 'zeros', dcache: null }],
  ] as const)('%s: where the zeros are', (_name, machine, left) => {
    const setup = situation({ policy: 'cacheable-unchecked', host });
    if ('code' in setup) throw new Error(setup.received);
    for (const start of ['a-secret-in-memory', 'a-secret-in-cache', 'a-secret-in-both']) {
      const last = playMoves([start, 'a-goes', 'owner-scrubs'], setup, machine(setup));
      if ('code' in last) throw new Error(last.received);
      expect(last.map(({ state }) => state)).toEqual([expect.objectContaining(left)]);
    }
  });

  test('an owner that goes around the cache needs no clean, in either order', () => {
    for (const machine of [pageMachine, cleanThenScrub, scrubThenClean]) {
      const asked = { policy: 'fallback-to-device', host, vma: 'normal-nc', machine } as const;
      for (const guestS1 of GUEST_S1S)
        expect(explore({ ...asked, guestS1, property: 'noLeak' }).holds).toBe(true);
    }
  });
});
