import { readFileSync, readdirSync } from 'node:fs';
import type { Source } from '../../../src/snippets/core/program.ts';

/** A snippet and the output that it must give, both written by hand. */
export interface Fixture {
  readonly name: string;
  /** More than one: a group. */
  readonly fences: readonly Source[];
  readonly output: string;
}

const FOLDER = new URL('../fixtures/', import.meta.url);
const BLOCK = /^```(\w+)\n([^]*?)\n```$/gm;

/** fixtures reads the folder: in each file the `ts` blocks are one group, the `text` block its output. */
export function fixtures(): Fixture[] {
  return readdirSync(FOLDER).map((file) => {
    const blocks = [...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(BLOCK)];
    const codes = blocks.filter(([, lang]) => lang === 'ts').map(([, , code = '']) => code);
    const output = blocks.find(([, lang]) => lang === 'text')?.[2];
    if (codes.length === 0 || output === undefined) {
      throw new Error(`${file} needs a ts block and a text block`);
    }
    const fences = codes.map((code, i) => ({ id: `fence-${i + 1}`, code }));
    return { name: file.replace('.md', ''), fences, output };
  });
}
