import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloadOf } from '../support/download.ts';
import { Site, type Visit } from './browser.ts';
import { listedOn } from './listed.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const listed = (path: string): Promise<Visit> => listedOn(site, path);

/** What the buttons of a list give, by their words. */
const takenAll = async (
  page: Visit,
  words: RegExp,
  take: (press: () => Promise<void>) => Promise<string>,
): Promise<string[]> => {
  const texts: string[] = [];
  const buttons = page.locator('.tables-here').getByRole('button', { name: words });
  for (const button of await buttons.all()) texts.push(await take(() => button.click()));
  return texts;
};

const savedAll = (page: Visit): Promise<string[]> =>
  takenAll(page, /^Save JSON/, async (press) =>
    readFile(await (await downloadOf(page, press)).path(), 'utf8'),
  );

async function copiedAll(page: Visit, words: RegExp): Promise<string[]> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return takenAll(page, words, async (press) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await press();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    return page.evaluate(() => navigator.clipboard.readText());
  });
}

describe('what is taken along', () => {
  test.each(['/cheat-sheet/', '/reference/stage-2-encodings/'])(
    'has columns that are told apart: %s',
    async (path) => {
      const tables = await savedAll(await listed(path));
      expect(tables.length).toBeGreaterThan(0);
      for (const text of tables) {
        const { columns } = JSON.parse(text) as { columns: string[] };
        expect(new Set(columns).size, columns.join()).toBe(columns.length);
      }
    },
  );

  test('says a register in words', async () => {
    const page = await listed('/reference/registers/');
    const mails = await copiedAll(page, /^Copy for a mail: CTR_EL0/);
    expect(mails[0]).toContain('CWG, bits 27 to 24, 0x4');
    // As the bits of a ruler run into each other: 63, 0, 62, 0.
    expect(mails[0]).not.toMatch(/630620|63 0 62 0/);
    const byte = await copiedAll(
      await listed('/reference/mair-byte/'),
      /^Copy for a mail: Type any byte/,
    );
    expect(byte[0]).toContain(
      'bits 7 to 0: 01001111; mixed MAIR byte; byte 0x4F; inner Write-Back',
    );
  });

  test('has no HTML in Markdown', async () => {
    const mails = await copiedAll(await listed('/reference/api/base/'), /^Copy for a mail/);
    expect(mails.join('')).toContain(String.raw`Iterable\<string>`);
    expect(mails.join('').replaceAll(/`[^`]*`/g, '')).not.toMatch(/(?<!\\)<[a-z/]/i);
  });

  test('says something: a figure with buttons of its own gives its link here', async () => {
    const page = await listed('/reference/every-fault/');
    const figure = page.locator('.tables-here li', { hasText: /^Figure: / });
    expect(await figure.getByRole('button').allInnerTexts()).toEqual(['Copy link']);
  });
});

test('a table of a policy that was typed has no link to its cells, those of the debate have', async () => {
  const page = await listedOn(site, '/policies/', async (one) => {
    await one.locator('stage-policies').dispatchEvent('pointerover');
    await one.locator('stage-policies[data-hydrated]').waitFor();
  });
  const here = page.locator('.tables-here li');
  const forms = (name: string): Promise<string[]> =>
    here.filter({ hasText: name }).getByRole('button').allInnerTexts();
  await expect
    .poll(() => page.locator('[data-part=verdicts] .frame').getAttribute('aria-label'))
    .toBe('Verdicts of your policy');
  for (const name of ['Verdicts of your policy', 'Inputs on which the policy differs'])
    expect(await forms(name)).toEqual(['Save CSV', 'Save JSON', 'Copy for a mail']);
  expect(await forms('Verdicts of fwb-only')).toContain('Link to a cell');
  const own = await takenAll(page, /^Save JSON: (?:Verdicts of your|Inputs on)/, async (press) =>
    readFile(await (await downloadOf(page, press)).path(), 'utf8'),
  );
  expect(own.map((text) => new URL(JSON.parse(text).link).hash)).toEqual(['', '']);
});

test('no table of what is typed on the workbench has a link to its cells', async () => {
  const page = await listedOn(site, '/workbench/', async (one) => {
    await one.locator('stage-numbers').dispatchEvent('pointerover');
    await one.locator('stage-numbers[data-hydrated]').waitFor();
  });
  const fields = page.locator('.tables-here li', { hasText: /^Table: .*ields of/ });
  expect(await fields.count()).toBeGreaterThan(0);
  expect(await fields.getByRole('button', { name: /^Link to a cell/ }).count()).toBe(0);
});

/** The most letters that a line of a mail may have (RFC 5322, 2.1.1). */
const LINE = 998;

test.each([
  ['/observations/', 11, [], ['KVM_RUN: the guest goes on']],
  [
    '/reference/registers/',
    15,
    [
      // Where lines of a cell part.
      '| data covered by the tags of the smallest cache line with tags FEAT_MTE2 |',
      '| 0 needed, unless CLIDR_EL1 says otherwise 1 not needed |',
    ],
    ['RES063'],
  ],
  // A title and its sign; names that may break have no blank.
  ['/guide/two-translations/', 3, ['Two ways that disagree: they disagree'], []],
  ['/reference/memslot-checks/', 2, ['pkvm_hyp_vm_is_created(kvm) && '], ['pkvm_ ']],
] as const)(
  'what %s gives for a mail are lines of a mail: words apart, and nothing out of a fold',
  async (path, least, has, hasNot) => {
    const mails = await copiedAll(await listed(path), /^Copy for a mail/);
    expect(mails.length).toBeGreaterThanOrEqual(least);
    const text = mails.join('\n');
    expect(text.split('\n').filter((line) => line.length > LINE)).toEqual([]);
    for (const words of has) expect(text).toContain(words);
    for (const words of hasNot) expect(text).not.toContain(words);
  },
);
