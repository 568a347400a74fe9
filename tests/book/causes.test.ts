import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldCauses, LISTS } from '../../src/book/causes.ts';
import { readPages } from '../../src/book/page/read-pages.ts';
import { contentDir } from '../../src/book/places.ts';
import { readPlainText } from '../../src/book/plain-text.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(content, 'data/observations'), { recursive: true });
  mkdirSync(join(content, 'guide'));
});
afterEach(() => rmSync(content, { recursive: true }));

const seen = (list: readonly string[]) =>
  foldCauses([], content, list).map(({ code, file, received }) => [
    code,
    file.replace(/^.*data/, 'data'),
    received,
  ]);

describe('a list that this guide has to have', () => {
  test('is each of those in its folder, and no other', () => {
    const there = readdirSync(join(contentDir(), 'data')).map((name) => name.replace('.json', ''));
    expect(there.toSorted()).toEqual([...LISTS]);
  });

  test('is missed also where nothing is looked up in it', () => {
    writeFileSync(join(content, 'data/paths.json'), '[]');
    expect(seen(['paths', 'map', 'observations'])).toEqual([
      ['list-missing', 'data/map.json', 'no such file'],
    ]);
    expect(foldCauses([], content)).toEqual([]);
  });

  test('is named once where something is looked up in it too', () => {
    const problem = {
      code: 'claim-source',
      file: 'a',
      line: 1,
      received: '',
      expected: '',
      remedy: '',
    } as const;
    const folded = foldCauses([{ ...problem, from: ['sources'] }, problem], content, ['sources']);
    expect(folded).toMatchObject([{ code: 'list-missing', breaks: 'sources', follow: 1 }, problem]);
  });
});

describe('what the system does not give', () => {
  const received = (name: string) => readPlainText(join(content, name), name).problems[0]?.received;

  test('is said, not thrown: a folder, and links that lead nowhere', () => {
    symlinkSync(join(content, 'nowhere'), join(content, 'guide/dead.mdx'));
    symlinkSync(join(content, 'guide/round.mdx'), join(content, 'guide/round.mdx'));
    expect(['guide', 'guide/dead.mdx', 'guide/round.mdx'].map(received)).toEqual([
      'a folder',
      'a link that leads to nothing',
      'a link that leads to itself',
    ]);
    const { pages, problems } = readPages(content);
    expect(pages.map(({ slug }) => slug)).toEqual(['dead', 'round']);
    expect(problems.map(({ code }) => code)).toEqual(['file-unread', 'file-unread']);
  });

  test('is said where a section is no folder', () => {
    rmSync(join(content, 'guide'), { recursive: true });
    writeFileSync(join(content, 'guide'), 'x');
    expect(readPages(content).problems).toMatchObject([
      { code: 'file-unread', received: 'a file', expected: 'a folder' },
    ]);
  });
});
