import { describe, expect, test } from 'vitest';
import { LANDED } from '../../src/book/debate/position.ts';
import { readDebate } from '../../src/book/debate/read-debate.ts';
import { contentDir } from '../../src/book/places.ts';
import { readSources } from '../../src/book/lists/sources.ts';

const list = readSources(contentDir());
const sources = list.byId;
const { topics, positions, events, versions } = readDebate(contentDir(), list, []).debate;

describe('positions', () => {
  test('are there, on every question', () => {
    const silent = topics.filter(({ slug }) => !positions.some(({ topic }) => topic === slug));
    expect(silent).toEqual([]);
    expect(positions.length).toBeGreaterThan(60);
  });

  test('have at least one mail with an address', () => {
    const mails = (ids: readonly string[]) =>
      ids.filter((id) => sources.get(id)?.kind === 'mail' && sources.get(id)?.url);
    const without = positions.filter(
      ({ person, source }) => person !== LANDED && mails(source).length === 0,
    );
    expect(without).toEqual([]);
  });

  test('that are quoted are known through another, and that say confirmed stand somewhere', () => {
    for (const { person, quotedIn = [], tagIn } of positions)
      for (const id of [...quotedIn, ...(tagIn === undefined ? [] : [tagIn])])
        expect(sources.get(id)?.author, `${person} ${id}`).not.toContain(person);
    // The two that are known from a tag: Suggested-by in the patch of the capability, Tested-by in v10.
    const tagged = positions.filter(({ tagIn }) => tagIn !== undefined);
    expect(tagged.map(({ person, tagIn }) => [person, tagIn])).toEqual([
      ['Marc Zyngier', 'V10-6'],
      ['Donald Dutile', 'V10-0'],
    ]);
  });

  // README.md of the collected facts: mails that were read only where another quotes them.
  test.each([
    ['V3-SEAN3', 'SEED'],
    ['N-MAZ1', 'N-JGG2'],
    ['N-MAZ2', 'N-JGG3'],
    ['N-MAZ3', 'N-JGG4'],
  ])('that rest on %s name %s, where it is quoted', (mail, quote) => {
    const resting = positions.filter(({ source }) => source.includes(mail));
    expect(resting.length).toBeGreaterThan(0);
    for (const { quotedIn } of resting) expect(quotedIn).toContain(quote);
  });

  test('are none of those of whom none is said to be known', () => {
    const unheard = positions.filter(
      ({ topic, short }) => topic === 'silence' && short === 'none found',
    );
    const main = new Set(topics.filter((one) => one.main).map(({ slug }) => slug));
    const heard = unheard.filter(({ person }) =>
      positions.some((one) => one.person === person && main.has(one.topic)),
    );
    expect(heard).toEqual([]);
  });

  test('or an event or a version take up each mail of the series', () => {
    const used = new Set([...positions, ...events, ...versions].flatMap(({ source }) => source));
    const series = [...sources.values()].filter(
      ({ id, kind }) => kind === 'mail' && /^V\d/.test(id),
    );
    expect(series.length).toBeGreaterThan(60);
    // What QEMU does with a BAR, which Marinas only asks: chapters cite it.
    expect(series.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual(['V3-CAT4']);
  });

  test('close with the code on every question of the overview', () => {
    const open = topics.filter(
      ({ slug, main }) =>
        main && positions.findLast(({ topic }) => topic === slug)?.person !== LANDED,
    );
    expect(open).toEqual([]);
  });
});

describe('stances', () => {
  const held = positions.flatMap(({ person, topic, stances = [] }) =>
    stances.map((stance) => ({ person, topic, ...stance })),
  );

  test('say what landed on every question of the overview', () => {
    const open = topics.filter(
      ({ slug, main }) =>
        main && !held.some(({ person, topic }) => person === LANDED && topic === slug),
    );
    expect(open).toEqual([]);
  });

  // The collected facts, history.md 1.1, 2.1 and 2.2: who gave up what, and on which day.
  test('change where the mails say so, on the day of the mail', () => {
    const changes = held.flatMap(({ person, topic, stance, instead, source }) =>
      instead === undefined
        ? []
        : [`${sources.get(source)?.date} ${person}, ${topic}: ${instead} to ${stance}`],
    );
    expect(changes.toSorted()).toEqual([
      '2025-03-26 Sean Christopherson, fallback-or-error: error to choice',
      '2025-04-16 Ankit Agrawal, fallback-or-error: fallback to error',
      '2025-04-29 Jason Gunthorpe, fwb-dic-or-cmos: fwb to fwb-dic',
      '2025-05-18 Ankit Agrawal, fwb-dic-or-cmos: fwb to fwb-dic',
      '2025-05-18 Ankit Agrawal, who-decides: vma to flag',
      '2025-06-13 Oliver Upton, capability: flag to ask',
      '2025-06-13 Oliver Upton, who-decides: flag to vma',
      '2025-06-16 Ankit Agrawal, who-decides: flag to vma',
    ]);
  });

  test('are all answers that somebody gives', () => {
    const without = topics.flatMap(({ slug, answers = [] }) =>
      answers
        .filter(({ stance }) => !held.some((one) => one.topic === slug && one.stance === stance))
        .map(({ stance }) => `${slug} ${stance}`),
    );
    expect(without).toEqual([]);
  });
});

describe('the timeline', () => {
  test('runs from 2014 to the state that was checked', () => {
    expect(events[0]?.date).toBe('2014');
    expect(events.at(-1)?.date).toMatch(/^2026-11/);
  });

  test('has each posting of the series on the day of the list of versions', () => {
    for (const { version, date } of versions) {
      const posted = events.filter(
        ({ event, kind, date: day }) =>
          kind === 'posting' && day === date && event.startsWith(`${version}`),
      );
      expect(posted, version).toHaveLength(1);
    }
  });

  // The founding mail, the landing and the request for 6.17: history.md, section 0.
  test.each([
    ['2025-03-31', 'Jason Gunthorpe'],
    ['2025-07-07', 'Oliver Upton'],
    ['2025-07-28', 'Oliver Upton'],
  ])('has an entry of %s by %s', (date, actor) => {
    expect(events.some((event) => event.date === date && event.actor === actor)).toBe(true);
  });
});

describe('versions', () => {
  test('are ten, in order', () => {
    expect(versions.map(({ version }) => version)).toEqual(
      Array.from({ length: 10 }, (_, i) => `v${i + 1}`),
    );
  });

  test('are dated as their mails are', () => {
    const other = versions.filter(
      ({ cover, date }) => cover !== null && sources.get(cover)?.date !== date,
    );
    expect(other).toEqual([]);
  });

  // KVM_MEM_ENABLE_CACHEABLE_PFNMAP existed in v4, v5 and v6 only (V4-3, V6-OLI, V10-0).
  test('have the memslot flag from v4, and no more from v7', () => {
    const adds = versions.filter((one) => one.adds.includes('memslot flag'));
    const drops = versions.filter((one) =>
      one.drops.some(({ feature }) => feature === 'memslot flag'),
    );
    expect([...adds, ...drops].map(({ version }) => version)).toEqual(['v4', 'v7']);
  });
});
