import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainMarkdown, readChapters } from '../../bench/peers/text.ts';

const guide = new URL('../../content/guide/', import.meta.url);

describe('plainMarkdown', () => {
  const plain = (mdx: string) => plainMarkdown(mdx, 'page.mdx');

  it('turns a claim into its sentence', () => {
    expect(plain('So <Claim src="A B" status="confirmed">it **is**.</Claim> Yes.')).toBe(
      'So it **is**. Yes.\n',
    );
    expect(plain('<Claim src="A" status="unknown">\n  Two\n  lines.\n</Claim>')).toBe(
      'Two\nlines.\n',
    );
  });

  it('turns a figure into a quotation of its caption', () => {
    expect(plain('<DrawingFigure caption="A > B leaks." />')).toBe('> A > B leaks.\n');
  });

  it('keeps the question of a check and what stands in it', () => {
    expect(plain('<Check question="Why?">\n\nBecause.\n\n</Check>')).toBe('**Why?**\n\nBecause.\n');
  });

  it('quotes the caption of a figure, whatever else it is given', () => {
    expect(plain('<AFigure fwb={false} policy="p" caption="What it shows." />')).toBe(
      '> What it shows.\n',
    );
  });

  it('keeps code as it is, without words that only the project knows', () => {
    expect(plain('```ts run id="a"\n// hide\nconst a = <T>(b: T) => b;\n// show\n```')).toBe(
      '```ts\nconst a = <T>(b: T) => b;\n```\n',
    );
  });

  it('names what it cannot turn', () => {
    expect(() => plain('A <Strange {...thing}>.')).toThrow(
      'page.mdx: no plain Markdown for <Strange',
    );
  });
});

describe('readChapters', () => {
  it('loses no code line and no paragraph of the guide', () => {
    const chapters = readChapters(guide.pathname);
    expect(chapters).toHaveLength(readdirSync(guide).length);
    for (const { slug, body } of chapters) {
      const lines = new Set(body.split('\n').map((line) => line.trim()));
      const text = readFileSync(new URL(`${slug}.mdx`, guide), 'utf8').split(/^---$/m)[2] ?? '';
      const same = text.split('\n').filter((line) => !/<|```|^import |\/\/ (hide|show)/.test(line));
      expect(same.length).toBeGreaterThan(30);
      for (const line of same) expect(lines).toContain(line.trim());
    }
  });
});
