import { describe, expect, test } from 'vitest';
import { checkBook } from '../../src/book/check.ts';
import { checkEvidence, readEvidence } from '../../src/book/lists/evidence.ts';
import { contentDir } from '../../src/book/places.ts';

const book = await checkBook();
const { evidence, problems } = readEvidence(contentDir());
const [page] = book.pages;
const claims = [...book.claims].flatMap(([route, own]) =>
  own.map((claim) => ({ route, ...claim })),
);
const confirmed = claims.filter(({ status }) => status === 'confirmed');

/** What the check says of a claim, were it on the first page. */
const judge = (claim: (typeof claims)[number]) =>
  page === undefined ? [] : checkEvidence(page, [claim], evidence);

describe('claims held against the facts', () => {
  test('there are facts and claims to hold against each other', () => {
    expect(problems).toEqual([]);
    expect(evidence.size).toBeGreaterThan(400);
    expect(evidence.doubtful.size).toBeGreaterThan(5);
    expect(confirmed.length).toBeGreaterThan(100);
  });

  test.each(confirmed.map((claim) => [`${claim.route}#${claim.id}`, claim] as const))(
    '%s is confirmed by the facts',
    (_, claim) => expect(judge(claim)).toEqual([]),
  );

  test.each(['L-DIGEST', 'LOG-GRACE', 'LOG-HIP09', 'LOG-APPLE'])(
    'no claim becomes confirmed by %s',
    (id) => {
      for (const claim of confirmed) {
        const [forged] = judge({ ...claim, sources: [...claim.sources, id] });
        expect(forged).toMatchObject({ code: 'claim-status-facts', line: claim.line });
        expect(forged?.expected).toContain(`not so ${id}`);
        expect(judge({ ...claim, sources: [id], status: 'inferred' })).toEqual([]);
      }
    },
  );

  test('sources that the facts only infer from do not confirm together', () => {
    for (const set of evidence.doubtful) {
      const forged = { route: '', n: 1, id: '', line: 1, text: '', sources: set.split(' ') };
      expect(judge({ ...forged, status: 'confirmed' }), set).toHaveLength(1);
      expect(judge({ ...forged, status: 'inferred' }), set).toEqual([]);
      expect(judge({ ...forged, status: 'unknown' }), set).toEqual([]);
    }
  });

  test('no term of the glossary is confirmed by what confirms nothing', () => {
    const sure = book.glossary.filter(({ status }) => status === 'confirmed');
    expect(sure.length).toBeGreaterThan(50);
    const weak = sure.filter(({ source }) => !source?.every((id) => evidence.confirming.has(id)));
    expect(weak.map(({ term }) => term)).toEqual([]);
  });
});
