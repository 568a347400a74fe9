import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LabFailure } from '../../lab/cli/failure.ts';
import type { Folder } from '../../lab/folder.ts';
import type { Apt } from '../../lab/packages/apt.ts';
import type { Package } from '../../lab/packages/package.ts';
import { HEADERS_618, packageOf } from '../../lab/plan/unlisted.ts';
import { readRecord } from '../../lab/watch/record.ts';
import { readSource } from '../../lab/watch/source.ts';
import { WATCHED } from '../../src/observations/watch/functions.ts';
import { failureOf } from './support/logs.ts';

const top = mkdtempSync(join(tmpdir(), 'watch-'));

describe('the record of an earlier run', () => {
  it.each(['', '{"held": [', '{}', 'null', '{"held": [1], "others": []}'])(
    '%j is none: it is said, and how to have one',
    (text) => {
      const path = join(top, 'functions.json');
      writeFileSync(path, text);
      expect(failureOf(() => readRecord(path))).toMatchObject({
        code: 'record',
        received: `${path} without a record`,
        remedy: 'git restore it, or npm run watch -- --record',
      });
    },
  );

  it('that is not there is none', () =>
    expect(failureOf(() => readRecord(join(top, 'nowhere.json'))).code).toBe('record'));
});

describe('hashes that were kept', () => {
  const one: Package = packageOf(HEADERS_618, HEADERS_618.text, 'trixie-backports');
  const folder = { top, debs: join(top, 'debs') } as Folder;
  const whole = Object.fromEntries(WATCHED.map((name) => [name, 'a']));
  const offline = {
    download: async () => {
      throw new LabFailure('no-network', 'no answer', 'a mirror', 'look');
    },
  };
  const read = async (text: string) => {
    mkdirSync(join(top, 'watch'), { recursive: true });
    writeFileSync(join(top, 'watch', `${one.sha256}.json`), text);
    const said: string[] = [];
    const got = await readSource(folder, offline as unknown as Apt, one, (line) =>
      said.push(line),
    ).catch((thrown: unknown) => thrown);
    return { got, said };
  };

  it('are taken without a network', async () => {
    const { got, said } = await read(JSON.stringify(whole));
    expect(got).toMatchObject({ version: '6.18.15-1~bpo13+1', functions: whole });
    expect(said).toEqual([]);
  });

  it.each(['', '{"user_mem_abort": "a"', '{}', 'null'])(
    'and are torn, %j, are read again, and that is said',
    async (text) => {
      const { got, said } = await read(text);
      expect(got).toMatchObject({ code: 'no-network' });
      expect(said).toEqual([
        'what was kept of Linux 6.18.15 is torn, or of other functions: it is read again',
      ]);
    },
  );
});
