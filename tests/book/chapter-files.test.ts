import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chapterFiles } from '../../src/book/astro/chapter-files.ts';

let content = '';
const at = (name: string) => join(content, 'guide', name);
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'chapters-'));
  vi.stubEnv('STAGE_TWO_CONTENT', content);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(content, { recursive: true });
});

/** What Astro hands to a loader, as far as this one uses it. */
async function load() {
  const entries = new Map<string, { id: string; filePath: string }>();
  const writes: string[] = [];
  const store = {
    clear: () => entries.clear(),
    set(entry: { id: string; filePath: string }) {
      writes.push(entry.id);
      entries.set(entry.id, entry);
    },
    delete(id: string) {
      writes.push(id);
      entries.delete(id);
    },
  };
  const watcher = Object.assign(new EventEmitter(), { add: () => {} });
  await chapterFiles('guide').load({ store, watcher } as never);
  return { entries, writes, watcher };
}

test('chapters are named by their files, in order, and nothing else is', async () => {
  mkdirSync(at('inner'), { recursive: true });
  for (const name of ['two.mdx', 'one.mdx', 'notes.txt', 'inner/three.mdx'])
    writeFileSync(at(name), 'not: [read');
  const { entries } = await load();
  expect([...entries.keys()]).toEqual(['one', 'two']);
  expect(entries.get('one')?.filePath).toMatch(/guide\/one\.mdx$/);
});

test('a folder or a dead link with the name of a chapter is none', async () => {
  mkdirSync(at('folder.mdx'), { recursive: true });
  symlinkSync(at('nowhere'), at('dead.mdx'));
  writeFileSync(at('real.mdx'), '');
  symlinkSync(at('real.mdx'), at('linked.mdx'));
  expect([...(await load()).entries.keys()]).toEqual(['linked', 'real']);
});

test('a chapter that comes or goes is heard of; an edit writes nothing', async () => {
  const { entries, writes, watcher } = await load();
  for (const name of ['new.mdx', 'new.txt', 'inner/new.mdx']) watcher.emit('add', at(name));
  expect([...entries.keys()]).toEqual(['new']);
  watcher.emit('change', at('new.mdx'));
  watcher.emit('all', 'change', at('new.mdx'));
  expect(writes).toEqual(['new']);
  watcher.emit('unlink', at('new.mdx'));
  expect(entries.size).toBe(0);
});
