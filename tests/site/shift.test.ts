import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, PHONE, Site } from './browser.ts';
import { shiftOf } from './shift.ts';

let slow: Site;
beforeAll(async () => {
  slow = await Site.open(60);
}, 600_000);
afterAll(() => slow.close());

test.each([
  ['/sources/', PHONE],
  ['/glossary/', PHONE],
  ['/timeline/', PHONE],
  ['/observations/', PHONE],
  // A name of the site, a list of entries and three choices share a bar, and come one after the other.
  ['/guide/on-your-own-machine/', PHONE],
  ['/guide/on-your-own-machine/', DESK],
  ['/', DESK],
])('nothing of %s moves while it comes in parts %j', async (path, size) => {
  expect(await shiftOf(await slow.visit(path, size))).toBe(0);
});
