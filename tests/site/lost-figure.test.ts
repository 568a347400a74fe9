import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statesIn } from '../../src/components/nav/lost.ts';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { DESK, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

describe('a link to a figure that its page no longer has', () => {
  it.each([
    ['/sources/?leak=fwb:1,step:3#drawing-leak', 'leak'],
    ['/guide/memslots/?gone=step:2#drawing-gone', 'gone'],
    ['/unknown/#numbers=1.value:0x44', 'numbers'],
  ])('%s says so, under the title', async (address, name) => {
    const page = await site.visit(address, DESK);
    await expect
      .poll(() => page.locator('h1 + .snip-lost').allTextContents())
      .toEqual([
        `This link leads to a state of “${name}”, which this page does not have any more. What stands here is right as it is.`,
      ]);
    expect(page.faults.errors).toEqual([]);
  });

  it('is told when the address changes on the page', async () => {
    const page = await site.visit('/unknown/', DESK);
    await page.evaluate(() => void (location.hash = '#numbers=1.value:0x44'));
    await expect.poll(() => page.locator('.snip-lost').count()).toBe(1);
  });
});

it('no link to a state that the site itself writes is taken for lost', () => {
  const states: string[] = [];
  for (const file of globSync('**/index.html', { cwd: site.folder })) {
    const html = readFileSync(join(site.folder, file), 'utf8');
    if (!html.includes('href="?')) continue;
    const page = parseHtml(html);
    const there = new Set([
      ...all(page, '[data-name]').map((one) => one.getAttribute('data-name')),
      ...all(page, '[name]').map((one) => one.getAttribute('name')),
    ]);
    const tags = new Set(all(page, 'main *').map(({ tagName }) => tagName.toLowerCase()));
    for (const link of all(page, 'a[href^="?"]')) {
      const { search, hash } = new URL(link.getAttribute('href') ?? '', 'https://host.example/');
      for (const name of statesIn(search, hash)) {
        states.push(name);
        expect(there.has(name) || tags.has(`stage-${name}`), `${file} ?${name}`).toBe(true);
      }
    }
  }
  expect(new Set(states).size).toBeGreaterThan(20);
});

it.each([
  ['?leak=fwb:1,step:3', '#drawing-leak', ['leak']],
  ['', '#numbers=1.value:0x44', ['numbers']],
  ['?path=afternoon', '', []],
  ['?utm_source=list&ref=https://host.example', '#text', []],
  ['?q=EFAULT: bad address', '', []],
  ['?"]=a:b&Leak=a:b&<x>=a:b', '#"=1.', []],
  ['', '#snippet=', []],
])('%j with %j has the states %j', (search, hash, names) =>
  expect(statesIn(search, hash)).toEqual(names),
);
