import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sheetsOf, withLinks, withSheets } from '../../src/sheets/html.ts';

const LINK = '<link rel="stylesheet" href="/_astro/a.1.css" data-inline>';
const PAPER = '<link rel="stylesheet" href="/_astro/p.2.css" media="print">';
const META = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self';">`;
const page = (head: string): string => `<html><head>${head}</head><body></body></html>`;
const CSS = "@layer a{p{content:'$&';background:url(/_astro/f.woff2)}}";

describe('a sheet that its page brings along', () => {
  const brought = withSheets(page(LINK + PAPER + META), () => CSS);

  test('stands there as it is, and the policy lets in this text alone', () => {
    expect(brought).toContain(`<style data-sheet="/_astro/a.1.css">${CSS}</style>${PAPER}`);
    const hash = createHash('sha256').update(CSS).digest('base64');
    expect(brought).toContain(`style-src 'self' 'sha256-${hash}';`);
  });

  test('is found as if it were asked for, and can be asked for again', () => {
    expect(sheetsOf(brought)).toEqual(['/_astro/a.1.css', '/_astro/p.2.css']);
    expect(sheetsOf(withLinks(brought))).toEqual(sheetsOf(brought));
    expect(withLinks(brought)).toContain('<link rel="stylesheet" href="/_astro/a.1.css">');
    expect(withLinks(brought)).not.toContain('<style');
  });

  test('is refused where it would end its element, or where no policy is to be added to', () => {
    expect(() => withSheets(page(LINK + META), () => 'p{}</STYLE >')).toThrow('/_astro/a.1.css');
    expect(() => withSheets(page(LINK), () => CSS)).toThrow("no style-src 'self'");
  });

  test('is one however the attribute that says so is written', () => {
    const written = LINK.replace('data-inline', 'data-inline="true"');
    expect(withSheets(page(written + META), () => CSS)).toBe(
      withSheets(page(LINK + META), () => CSS),
    );
  });

  test('comes only where the page says so', () => {
    const without = page(PAPER + META);
    expect(withSheets(without, () => CSS)).toBe(without);
  });
});
