import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replies } from '../../src/figures/sheet/answers.ts';
import { gates } from '../../src/figures/sheet/gates.ts';
import { columns } from '../../src/figures/sheet/hosts.ts';
import { moves } from '../../src/figures/sheet/moves.ts';
import { spellings } from '../../src/figures/sheet/spellings.ts';
import { HOSTS } from '../../src/model/index.ts';
import { DESK, PHONE, Site } from './browser.ts';

/** What is expected stands in the Arm manual, in `arch/arm64/include/asm/memory.h` and in the series. */
describe('the cheat sheet says', () => {
  test('one type by all its names', () => {
    const rows = spellings().map(({ words, ...rest }) => [words, ...Object.values(rest)]);
    expect(rows).toEqual([
      ['Normal Write-Back', 'WB', true, 'MT_NORMAL', 0, '0xFF', 'NORMAL', '1111', '0110'],
      ['Normal Non-cacheable', 'NC', false, 'MT_NORMAL_NC', 2, '0x44', 'NORMAL_NC', '0101', '0101'],
      [
        'Device-nGnRE',
        'Device-nGnRE',
        false,
        'MT_DEVICE_nGnRE',
        4,
        '0x04',
        'DEVICE',
        '0001',
        '0001',
      ],
    ]);
  });

  test('what the two gates ask, and with which error they answer', () => {
    expect(gates().map(({ call, errno }) => [call, errno])).toEqual([
      ['KVM_SET_USER_MEMORY_REGION', 'EINVAL'],
      ['KVM_RUN', 'EFAULT'],
    ]);
    const [slot, fault] = gates().map(({ questions }) => questions);
    expect(slot).toHaveLength(2);
    expect(fault).toHaveLength(3);
    // The memslot never looks at the frame, the fault does.
    expect(slot?.join()).not.toContain('RAM');
    expect(fault?.[0]).toMatch(/MIXEDMAP.*RAM/);
    for (const question of [slot, fault].flat()) expect(question).toMatch(/^[A-Z].*[a-zA-Z]$/);
  });

  test('three answers, the 0 with its three causes', () => {
    expect(replies().map(({ answer, when }) => [answer, when.length])).toEqual([
      ['1', 1],
      ['0', 3],
      ['EINVAL', 1],
    ]);
  });

  test('that only the new code on a host with both features maps the page, and keeps the secret', () => {
    const [old, now, ...others] = columns();
    expect(others).toEqual([]);
    expect([old?.kernels, now?.kernels]).toEqual([['v6.16'], ['v6.17', 'v7.3']]);
    for (const { slot, fault, leak } of old?.answers ?? [])
      expect([slot.verdict, fault.mapping?.memType, leak.word]).toEqual([
        'accepted',
        'DEVICE',
        'leaks',
      ]);
    for (const [i, host] of HOSTS.entries()) {
      const answer = now?.answers[i];
      const both = host.fwb && host.dic;
      expect(answer?.slot.errno).toBe(both ? null : 'EINVAL');
      expect(answer?.fault.errno).toBe(both ? null : 'EFAULT');
      expect(answer?.leak.word).toBe(both ? 'holds' : 'not asked');
    }
  });

  test('what becomes of a migration, and that to arrive on 6.16 is no good news', () => {
    expect(moves().map(({ ends, but }) => [ends, but !== ''])).toEqual([
      ['survives', false],
      ['refused; the source runs on', false],
      ['not begun; the source runs on', false],
      ['survives', true],
    ]);
  });
});

describe('the page of the cheat sheet', () => {
  let site: Site;
  beforeAll(async () => void (site = await Site.open()));
  afterAll(() => site.close());

  test('fits on one sheet of A4', async () => {
    const page = await site.visit('/cheat-sheet/', DESK);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    // A4 in points.
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*\s*\]/);
  });

  test('is cut nowhere on paper', async () => {
    const page = await site.visit('/cheat-sheet/', { viewport: { width: 710, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const cut = await page
      .locator('.sheet *')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.tagName),
      );
    expect(cut).toEqual([]);
  });

  test('has the leak in four pictures, each told in sentences', async () => {
    const page = await site.visit('/cheat-sheet/', PHONE);
    const told = await page
      .locator('.sheet-leak svg')
      .evaluateAll((all) => all.map((svg) => svg.getAttribute('aria-label') ?? ''));
    expect(told).toHaveLength(4);
    expect(new Set(told).size).toBe(4);
    expect(told.at(-1)).toContain('leak');
  });
});
