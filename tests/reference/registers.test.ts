import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeRegister, REGISTER_NAMES } from '../../src/model/index.ts';
import { PHONE, Site } from '../site/browser.ts';
import { axeFindings } from '../support/axe.ts';
import { builtRows } from './support/rows.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const PATH = '/reference/registers/';

test('each register has a row for each field, with what the model says of the example', async () => {
  const rows = await builtRows(site, PATH);
  const page = await site.visit(PATH, { javaScriptEnabled: false });
  for (const name of REGISTER_NAMES) {
    const figure = page.locator(`stage-decode[data-of=${name}]`);
    const decoded = decodeRegister(name, BigInt((await figure.getAttribute('data-example')) ?? ''));
    expect(await figure.textContent()).toContain(decoded.value);
    const own = rows(name.toLowerCase().replaceAll('_', '-'));
    expect(own.map(({ cells }) => cells[0])).toEqual(decoded.fields.map((field) => field.name));
    for (const [i, field] of decoded.fields.entries()) {
      const [, bits, about = '', value, says = '', values = ''] = own[i]?.cells ?? [];
      const place = `${name} ${field.name} ${field.bits}`;
      expect([bits, value], place).toEqual([field.bits, field.hex]);
      expect(about, place).toContain(field.about);
      expect(about, place).toContain(field.requires ?? '');
      expect(says.split(' / ')[0], place).toBe(field.meaning);
      // What a value says does not depend on the other fields where its meanings are listed.
      for (const one of values === '–' ? [] : values.split(' / ')) {
        const [number = '', ...meaning] = one.split(' ');
        const other = decodeRegister(name, BigInt(number) << BigInt(field.lo));
        const found = other.fields.find(({ hi, lo }) => hi === field.hi && lo === field.lo);
        expect(found?.meaning, place).toBe(meaning.join(' '));
      }
    }
    for (const { bits, meaning } of decoded.findings)
      expect(own.find(({ cells }) => cells[1] === bits)?.cells[4]).toContain(meaning);
  }
  await page.context().close();
});

test('a value that is typed is decoded, and the address keeps it', async () => {
  const page = await site.visit(PATH, { viewport: { width: 1440, height: 900 } });
  const figure = page.locator('stage-decode[data-of=CTR_EL0]');
  await figure.locator('input').fill('0xB4448004');
  const dic = figure.locator('#ctr-el0-dic td');
  await expect.poll(() => dic.nth(2).textContent()).toBe('0x1');
  expect(await dic.nth(3).textContent()).toBe('not needed');
  expect(new URL(page.url()).searchParams.get('decode')).toBe('CTR_EL0:0xb4448004');
  await page.reload();
  await expect.poll(() => figure.locator('input').inputValue()).toBe('0xb4448004');
  await expect.poll(() => dic.nth(2).textContent()).toBe('0x1');
  await figure.locator('.fig-reset').click();
  await expect.poll(() => dic.nth(2).textContent()).toBe('0x0');
  expect(new URL(page.url()).search).toBe('');
  expect(page.faults.errors).toEqual([]);
});

test('the ruler shows every bit of the value, and follows what is typed', async () => {
  const page = await site.visit(PATH, { viewport: { width: 1440, height: 900 } });
  for (const name of REGISTER_NAMES) {
    const figure = page.locator(`stage-decode[data-of=${name}]`);
    const digits = () => figure.locator('.ruler .ruler-value').allTextContents();
    const bits = (value: bigint) => [...value.toString(2).padStart(64, '0')];
    const example = BigInt((await figure.getAttribute('data-example')) ?? '');
    expect(await digits(), name).toEqual(bits(example));
    await figure.locator('input').fill('f0f0000000000001');
    await expect.poll(digits, { message: name }).toEqual(bits(0xf0f0000000000001n));
  }
  // Bits 63 to 38 of CTR_EL0 are RES0.
  const wrong = page.locator('stage-decode[data-of=CTR_EL0] .ruler-wrong');
  expect(await wrong.allTextContents()).toContain('RES0 !');
  expect(await axeFindings(page, 'stage-decode[data-of=CTR_EL0]')).toEqual([]);
  await page.context().close();
});

test('on a phone the ruler scrolls in its own frame, by keyboard too', async () => {
  const page = await site.visit(PATH, PHONE);
  const frame = page.getByRole('region', { name: 'The bits of HCR_EL2' });
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => frame.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.context().close();
});

test('the fields of ESR_EL2 follow the exception class', async () => {
  const page = await site.visit(PATH, { viewport: { width: 1440, height: 900 } });
  const figure = page.locator('stage-decode[data-of=ESR_EL2]');
  const names = () => figure.locator('tbody th').allTextContents();
  expect(await names()).toContain('DFSC');
  await figure.locator('input').fill('82000007');
  await expect
    .poll(names)
    .toEqual(decodeRegister('ESR_EL2', 0x82000007n).fields.map(({ name }) => name));
});

test.each([
  ['0xZZ', '"0xZZ" is no 64-bit value; expected 1 to 16 hex digits'],
  ['0x12345678123456789', '"0x12345678123456789" is no 64-bit value'],
  ['', 'Nothing is no 64-bit value'],
  ['-1', '"-1" is no 64-bit value'],
])('%j stays in the field, with a line that says what is wrong', async (typed, line) => {
  const page = await site.visit(PATH, { viewport: { width: 1440, height: 900 } });
  const figure = page.locator('stage-decode[data-of=HCR_EL2]');
  await figure.locator('input').fill('0x1');
  await expect.poll(() => figure.locator('#hcr-el2-fwb td').nth(2).textContent()).toBe('0x0');
  await figure.locator('input').fill(typed);
  const problem = figure.locator('.fig-problems[role=status]');
  await expect.poll(() => problem.textContent()).toContain(line);
  expect(await problem.textContent()).toContain('The figure shows 0x1.');
  expect(await figure.locator('input').inputValue()).toBe(typed);
  expect(await figure.locator('input').getAttribute('aria-invalid')).toBe('true');
  expect(await figure.locator('#hcr-el2-vm td').nth(2).textContent()).toBe('0x1');
  await figure.locator('input').fill('0x0');
  await expect.poll(() => problem.textContent()).toBe('');
});

test('the byte of MAIR_EL1 is decoded as it is typed, and leads to its row', async () => {
  const page = await site.visit('/reference/mair-byte/', {
    viewport: { width: 1440, height: 900 },
  });
  const figure = page.locator('stage-decode[data-of=byte]');
  await figure.locator('input').fill('f0');
  await expect.poll(() => figure.textContent()).toContain('Tagged');
  expect(await figure.locator('a').getAttribute('href')).toBe('#mair-0xf0');
  await figure.locator('input').fill('fff');
  await expect
    .poll(() => figure.locator('[role=status]').textContent())
    .toContain('"fff" is no byte; expected 00 to FF');
  expect(await figure.locator('input').inputValue()).toBe('fff');
});
