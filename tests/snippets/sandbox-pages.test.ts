import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { modelFiles, modelSize } from '../../bench/model/size.ts';
import { sandboxPage } from '../../src/snippets/sandbox/page.ts';

const KB = 1000;

describe('the two pages in which snippets run', () => {
  test('differ in the model alone: policy and frame are the same', async () => {
    const shell = async (part: 'usual' | 'index'): Promise<string> =>
      (await sandboxPage(part)).replace(
        /(<script type="text\/plain"[^>]*>)[^]*?(?=<\/script>)/,
        '$1',
      );
    const usual = await shell('usual');
    expect(usual).toContain("default-src 'none'");
    expect(usual).not.toContain('KVM asks');
    expect(await shell('index')).toBe(usual);
  });

  test('the model of the first is at most 25.5 KB of 1000 bytes, compressed', async () => {
    expect(await modelSize('usual')).toBeLessThanOrEqual(25.5 * KB);
  });

  test('the model of the first has no words of a question that it cannot be asked', async () => {
    const seldom = (files: readonly string[]) => files.filter((file) => /seldom|full/.test(file));
    expect(seldom(await modelFiles('index'))).toHaveLength(3);
    expect(seldom(await modelFiles('usual'))).toEqual([]);
  });

  test('the first page is at most two thirds of the second', async () => {
    const size = async (part: 'usual' | 'index'): Promise<number> =>
      gzipSync(await sandboxPage(part)).length;
    expect(await size('usual')).toBeLessThanOrEqual((await size('index')) * (2 / 3));
  });
});
